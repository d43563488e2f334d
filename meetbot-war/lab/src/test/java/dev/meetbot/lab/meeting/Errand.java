package dev.meetbot.lab.meeting;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.time.Instant;

/** A job in the making; what is not said is left to the defaults. */
final class Errand {
  private final JsonObjectBuilder body = Json.createObjectBuilder();
  private final JsonObjectBuilder autoLeave = Json.createObjectBuilder();
  private final MeetingScene scene;

  Errand(MeetingScene scene, String externalId, URI room) {
    this.scene = scene;
    body.add("externalId", externalId)
        .add("meetingUrl", room.toString())
        .add("displayName", MeetingScene.BOT)
        .add(
            "webhooks",
            Json.createObjectBuilder()
                .add("onStatusChange", scene.receiver.url("/hook").toString()));
  }

  Errand named(String displayName) {
    body.add("displayName", displayName);
    return this;
  }

  Errand at(Instant joinAt) {
    body.add("joinAt", joinAt.toString());
    return this;
  }

  Errand leaves(String rule, int seconds) {
    autoLeave.add(rule, seconds);
    return this;
  }

  Errand leavesOtherBots() {
    autoLeave.add("onBotDetected", true);
    return this;
  }

  /** Sends the bot; returns the job's id. */
  String send() {
    JsonObject job = scene.jobs.create(body.add("autoLeave", autoLeave).build());
    return job.getString("id");
  }
}
