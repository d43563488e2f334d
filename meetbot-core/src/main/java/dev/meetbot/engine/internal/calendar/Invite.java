package dev.meetbot.engine.internal.calendar;

import java.util.List;
import java.util.Set;

/**
 * What came in one piece of mail or one request.
 *
 * @param method in upper case, as RFC 5546 names them
 */
public record Invite(String method, List<InviteEvent> events) {
  /** Methods by which an organizer tells of an event; the others are answers of attendees. */
  private static final Set<String> ORGANIZERS = Set.of("REQUEST", "PUBLISH", "CANCEL");

  public Invite {
    events = List.copyOf(events);
  }

  boolean fromOrganizer() {
    return ORGANIZERS.contains(method);
  }
}
