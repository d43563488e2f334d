package dev.meetbot.engine.internal.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.IntakeResult;
import dev.meetbot.model.Job;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Invites as the calendar programs write them, each with the answers and jobs that must follow. */
final class LayoutsTest {
  static List<Layout> layouts() {
    return Layout.all();
  }

  @Test
  void thereAreEnough() {
    assertThat(Layout.all()).hasSizeGreaterThanOrEqualTo(24);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layouts")
  void givesTheExpectedJobs(Layout layout) {
    CalendarFixture calendar = new CalendarFixture();
    JsonArrayBuilder answers = Json.createArrayBuilder();
    for (byte[] mail : layout.mails()) {
      answers.add(answer(calendar.receive(mail)));
    }
    JsonArrayBuilder jobs = Json.createArrayBuilder();
    calendar.jobs().forEach(job -> jobs.add(job(job)));
    JsonObject found = Json.createObjectBuilder().add("answers", answers).add("jobs", jobs).build();
    assertThat(found).isEqualTo(layout.expected());
  }

  private static JsonObjectBuilder answer(IntakeResult result) {
    JsonObjectBuilder answer = Json.createObjectBuilder().add("action", result.action().wireName());
    if (result.reason() != null) {
      answer.add("reason", result.reason());
    }
    if (result.platform() != null) {
      answer.add("platform", result.platform());
    }
    return answer;
  }

  private static JsonObjectBuilder job(Job job) {
    try (JsonReader reader = Json.createReader(new StringReader(job.spec().metadata()))) {
      return Json.createObjectBuilder()
          .add("status", job.status().wireName())
          .add("joinAt", job.spec().joinAt().toString())
          .add("platform", job.spec().platform())
          .add("meetingUrl", job.spec().meetingUrl().toString())
          .add("summary", reader.readObject().getJsonObject("calendar").getString("summary"));
    }
  }
}
