package dev.meetbot.provider.jpa;

import dev.meetbot.model.AutoLeave;
import dev.meetbot.model.ConsentSpec;
import dev.meetbot.model.JobSpec;
import dev.meetbot.model.JoinSpec;
import dev.meetbot.model.RecordingSpec;
import dev.meetbot.model.WebhookTargets;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A job's spec as JSON text and back. */
final class SpecJson {
  private final JsonText json;

  SpecJson(JsonText json) {
    this.json = json;
  }

  String write(JobSpec spec) {
    return json.object()
        .add("externalId", spec.externalId())
        .add("meetingUrl", spec.meetingUrl().toString())
        .add("platform", spec.platform())
        .add("joinAt", spec.joinAt().toString())
        .add("displayName", spec.displayName())
        .add("metadata", spec.metadata())
        .add("webhooks", webhooks(spec.webhooks()))
        .add("autoLeave", autoLeave(spec.autoLeave()))
        .add("recording", recording(spec.recording()))
        .add("consent", consent(spec.consent()))
        .add("join", join(spec.join()))
        .build()
        .toString();
  }

  JobSpec read(String text) {
    JsonObject from = json.readObject(text);
    return new JobSpec(
        from.getString("externalId"),
        URI.create(from.getString("meetingUrl")),
        from.getString("platform"),
        Instant.parse(from.getString("joinAt")),
        from.getString("displayName"),
        readWebhooks(from.getJsonObject("webhooks")),
        from.getString("metadata"),
        readAutoLeave(from.getJsonObject("autoLeave")),
        readRecording(from.getJsonObject("recording")),
        readConsent(from.getJsonObject("consent")),
        readJoin(from.getJsonObject("join")));
  }

  private JsonObjectBuilder webhooks(WebhookTargets targets) {
    JsonObjectBuilder to = json.object();
    JsonText.put(to, "onStatusChange", targets.onStatusChange());
    JsonText.put(to, "onFinalize", targets.onFinalize());
    return to.add("version", targets.version()).add("events", json.strings(targets.events()));
  }

  private static WebhookTargets readWebhooks(JsonObject from) {
    return new WebhookTargets(
        JsonText.uri(from, "onStatusChange"),
        JsonText.uri(from, "onFinalize"),
        from.getInt("version"),
        JsonText.set(from, "events"));
  }

  private JsonObjectBuilder autoLeave(AutoLeave autoLeave) {
    return json.object()
        .add("afterEntryDelay", autoLeave.afterEntryDelay().toString())
        .add("afterSilence", autoLeave.afterSilence().toString())
        .add("afterSolo", autoLeave.afterSolo().toString())
        .add("afterMax", autoLeave.afterMax().toString())
        .add("afterNoOneJoined", autoLeave.afterNoOneJoined().toString())
        .add("afterOnlyBots", autoLeave.afterOnlyBots().toString())
        .add("onBotDetected", autoLeave.onBotDetected())
        .add("botNames", json.strings(autoLeave.botNames()));
  }

  private static AutoLeave readAutoLeave(JsonObject from) {
    return new AutoLeave(
        Duration.parse(from.getString("afterEntryDelay")),
        Duration.parse(from.getString("afterSilence")),
        Duration.parse(from.getString("afterSolo")),
        Duration.parse(from.getString("afterMax")),
        Duration.parse(from.getString("afterNoOneJoined")),
        Duration.parse(from.getString("afterOnlyBots")),
        from.getBoolean("onBotDetected"),
        JsonText.set(from, "botNames"));
  }

  private JsonObjectBuilder recording(RecordingSpec recording) {
    return json.object()
        .add("audio", recording.audio().name())
        .add("video", recording.video().name())
        .add("layout", recording.layout().name())
        .add("captions", recording.captions())
        .add("chat", recording.chat())
        .add("startOnJoin", recording.startOnJoin());
  }

  private static RecordingSpec readRecording(JsonObject from) {
    return new RecordingSpec(
        RecordingSpec.Audio.valueOf(from.getString("audio")),
        RecordingSpec.Video.valueOf(from.getString("video")),
        RecordingSpec.Layout.valueOf(from.getString("layout")),
        from.getBoolean("captions"),
        from.getBoolean("chat"),
        from.getBoolean("startOnJoin"));
  }

  private JsonObjectBuilder consent(ConsentSpec consent) {
    JsonObjectBuilder to = json.object().add("required", consent.required());
    JsonText.put(to, "prompt", consent.prompt());
    return to.add("timeout", consent.timeout().toString());
  }

  private static ConsentSpec readConsent(JsonObject from) {
    return new ConsentSpec(
        from.getBoolean("required"),
        JsonText.string(from, "prompt"),
        Duration.parse(from.getString("timeout")));
  }

  private JsonObjectBuilder join(JoinSpec join) {
    JsonObjectBuilder to = json.object().add("signIn", join.signIn().name());
    JsonText.put(to, "sealedPasscode", join.sealedPasscode());
    return to.add("film", join.film());
  }

  /** Jobs that were stored before there was such a thing have none. */
  private static JoinSpec readJoin(@Nullable JsonObject from) {
    return from == null
        ? JoinSpec.DEFAULTS
        : new JoinSpec(
            JoinSpec.SignIn.valueOf(from.getString("signIn")),
            JsonText.string(from, "sealedPasscode"),
            from.getBoolean("film"));
  }
}
