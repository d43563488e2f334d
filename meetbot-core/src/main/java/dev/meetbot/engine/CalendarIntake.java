package dev.meetbot.engine;

import dev.meetbot.engine.internal.calendar.CalendarDesk;
import dev.meetbot.engine.internal.calendar.IcsReader;
import dev.meetbot.engine.internal.calendar.InviteJson;
import dev.meetbot.model.TenantId;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Takes calendar invites and keeps jobs in step with them: one job per meeting, moved and cancelled
 * with it. Thread-safe; the same invite twice does nothing the second time.
 */
public final class CalendarIntake {
  private final IcsReader reader;
  private final CalendarDesk desk;

  CalendarIntake(IcsReader reader, CalendarDesk desk) {
    this.reader = reader;
    this.desk = desk;
  }

  /**
   * Takes an invite as it is in the mail (RFC 5545, RFC 5546).
   *
   * @param declared the character set that the sender named; null when it named none
   * @throws InvalidJobException when that is no calendar
   */
  public IntakeResult receive(TenantId tenant, byte[] calendar, @Nullable Charset declared) {
    return desk.receive(tenant, reader.read(calendar, declared));
  }

  /**
   * Takes an invite of fields.
   *
   * @throws InvalidJobException with everything that is wrong with it
   */
  public IntakeResult receive(TenantId tenant, CalendarInvite invite) {
    return desk.receive(tenant, InviteJson.read(invite, reader));
  }
}
