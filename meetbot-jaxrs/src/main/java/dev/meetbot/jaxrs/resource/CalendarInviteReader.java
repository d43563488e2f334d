package dev.meetbot.jaxrs.resource;

import dev.meetbot.engine.CalendarInvite;
import dev.meetbot.engine.InvalidJobException;
import dev.meetbot.engine.Issue;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** The JSON body of a calendar invite as the engine takes it: types here, rules there. */
final class CalendarInviteReader {
  private CalendarInviteReader() {}

  /**
   * The invite; unknown fields are ignored.
   *
   * @throws InvalidJobException with every wrong type in it
   */
  static CalendarInvite read(JsonObject body) {
    List<Issue> issues = new ArrayList<>();
    JsonFields fields = new JsonFields(body, issues);
    CalendarInvite invite = CalendarInvite.of(draft -> fill(draft, fields));
    if (!issues.isEmpty()) {
      throw new InvalidJobException(issues);
    }
    return invite;
  }

  private static void fill(CalendarInvite.Draft draft, JsonFields fields) {
    draft.uid = fields.text("uid");
    draft.sequence = fields.integer("sequence", 0);
    draft.method = fields.text("method");
    draft.organizer = fields.text("organizer");
    draft.attendees = List.copyOf(fields.texts("attendees"));
    draft.summary = fields.text("summary");
    draft.start = fields.text("start");
    draft.end = fields.text("end");
    draft.timezone = fields.text("timezone");
    draft.location = fields.text("location");
    draft.description = fields.text("description");
    draft.conferenceUrl = fields.text("conferenceUrl");
    draft.rrule = fields.text("rrule");
    draft.recurrenceId = fields.text("recurrenceId");
  }
}
