package dev.meetbot.engine.internal.finalizing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was in the meeting.
 *
 * @param self whether it is the bot that recorded
 * @param presence when the person was there; empty when nobody saw them come
 * @param leftAtMs when they left for good; null when they stayed to the end
 */
record Person(
    String id,
    String name,
    boolean host,
    boolean bot,
    boolean self,
    List<Span> presence,
    @Nullable Long leftAtMs) {
  Person {
    presence = List.copyOf(presence);
  }

  long joinedAtMs() {
    return presence.isEmpty() ? 0 : presence.get(0).startMs();
  }
}
