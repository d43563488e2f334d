package dev.meetbot.lab.run;

import dev.meetbot.lab.scenario.Scenario;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.UUID;

/** The job that sends a bot to a scenario's meeting. */
final class JobBody {
  /** The name of the bot unless the scenario gives another one. */
  static final String BOT = "meetbot";

  private JobBody() {}

  static JsonObject of(Scenario scenario, URI meeting) {
    JsonObjectBuilder body =
        Json.createObjectBuilder()
            .add("externalId", scenario.name() + "-" + UUID.randomUUID())
            .add("meetingUrl", meeting.toString())
            .add("displayName", BOT);
    scenario.job().forEach(body::add);
    return body.build();
  }
}
