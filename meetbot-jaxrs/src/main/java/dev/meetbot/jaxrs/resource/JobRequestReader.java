package dev.meetbot.jaxrs.resource;

import dev.meetbot.engine.Issue;
import dev.meetbot.engine.JobRequest;
import dev.meetbot.engine.JoinRequest;
import dev.meetbot.jaxrs.dto.Times;
import dev.meetbot.model.AutoLeave;
import dev.meetbot.model.ConsentSpec;
import dev.meetbot.model.JoinSpec.SignIn;
import dev.meetbot.model.RecordingSpec;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The body of {@code POST /api/v1/jobs} as the engine takes it: types here, rules there. */
final class JobRequestReader {
  private static final int DAY = 86_400;

  private JobRequestReader() {}

  /**
   * The request; unknown fields are ignored, missing ones keep their defaults. Every wrong type is
   * among its issues, for the engine to refuse it with all that is wrong in one answer.
   */
  static JobRequest read(JsonObject body) {
    List<Issue> issues = new ArrayList<>();
    JsonFields fields = new JsonFields(body, issues);
    return JobRequest.of(
        draft -> {
          fill(draft, fields);
          draft.issues = issues;
        });
  }

  private static void fill(JobRequest.Draft draft, JsonFields fields) {
    draft.externalId = fields.text("externalId");
    draft.meetingUrl = fields.text("meetingUrl");
    draft.platform = fields.text("platform");
    draft.joinAt =
        fields.parsed(
            "joinAt",
            text -> Times.read(text).orElse(null),
            "a date and time with offset, such as 2026-05-15T14:00:00Z");
    draft.displayName = fields.text("displayName", draft.displayName);
    draft.metadata = fields.json("metadata", draft.metadata);
    JsonFields webhooks = fields.child("webhooks");
    draft.onStatusChange = webhooks.text("onStatusChange");
    draft.onFinalize = webhooks.text("onFinalize");
    draft.webhookVersion = webhooks.integer("version", draft.webhookVersion, 1, 2);
    draft.events = webhooks.texts("events");
    draft.autoLeave = autoLeave(fields.child("autoLeave"), draft.autoLeave);
    draft.recording = recording(fields.child("recording"), draft.recording);
    draft.consent = consent(fields.child("consent"), draft.consent);
    draft.join = join(fields.child("join"));
  }

  private static AutoLeave autoLeave(JsonFields fields, AutoLeave defaults) {
    return new AutoLeave(
        fields.seconds("afterEntryDelaySeconds", defaults.afterEntryDelay()),
        fields.seconds("afterSilenceSeconds", defaults.afterSilence()),
        fields.seconds("afterSoloSeconds", defaults.afterSolo()),
        fields.seconds("afterMaxSeconds", defaults.afterMax()),
        fields.seconds("afterNoOneJoinedSeconds", defaults.afterNoOneJoined()),
        fields.seconds("afterOnlyBotsSeconds", defaults.afterOnlyBots()),
        fields.flag("onBotDetected", defaults.onBotDetected()),
        fields.texts("botNames"));
  }

  private static RecordingSpec recording(JsonFields fields, RecordingSpec defaults) {
    return new RecordingSpec(
        fields.choice("audio", defaults.audio()),
        fields.choice("video", defaults.video()),
        fields.choice("layout", defaults.layout()),
        fields.flag("captions", defaults.captions()),
        fields.flag("chat", defaults.chat()),
        fields.flag("startOnJoin", defaults.startOnJoin()));
  }

  private static JoinRequest join(JsonFields fields) {
    return new JoinRequest(
        fields.parsed(
            "signIn", text -> SignIn.find(text).orElse(null), "never, if_required or always"),
        fields.text("passcode"),
        fields.flag("film", false));
  }

  private static ConsentSpec consent(JsonFields fields, ConsentSpec defaults) {
    return new ConsentSpec(
        fields.flag("required", defaults.required()),
        fields.text("prompt"),
        Duration.ofSeconds(
            fields.integer("timeoutSeconds", (int) defaults.timeout().toSeconds(), 1, DAY)));
  }
}
