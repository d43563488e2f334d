package dev.meetbot.engine;

import dev.meetbot.engine.internal.access.SecretBox;
import dev.meetbot.engine.internal.entry.IdentityDesk;
import dev.meetbot.engine.internal.entry.IdentityRecords;
import dev.meetbot.engine.internal.entry.IdentityShelf;
import dev.meetbot.engine.internal.entry.PasscodeSeal;
import dev.meetbot.engine.internal.entry.WaysIn;
import dev.meetbot.spi.meeting.MeetingPlatform;
import dev.meetbot.spi.storage.RecordStore;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What an engine has to do with how its bots get in. */
final class EntryParts {
  final PasscodeSeal passcodes;
  final Identities identities;
  final WaysIn waysIn;

  EntryParts(MeetbotEngineBuilder parts, RecordStore records, SecretBox box, Machinery machinery) {
    EngineSettings settings = parts.settings;
    passcodes = new PasscodeSeal(box, settings.signIn());
    IdentityRecords stored = new IdentityRecords(records, box);
    Set<String> platforms =
        parts.platforms.stream().map(MeetingPlatform::id).collect(Collectors.toUnmodifiableSet());
    identities = new Identities(new IdentityShelf(stored, platforms, parts.clock));
    IdentityDesk desk = new IdentityDesk(stored, settings.leaseTimeout(), parts.clock);
    machinery.every(settings.heartbeatInterval(), "meetbot-identities", desk::renew);
    waysIn = new WaysIn(desk, passcodes, List.copyOf(parts.tokens));
  }
}
