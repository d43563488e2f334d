package dev.meetbot.sdk.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of dispatch: the bot itself. */
final class BasicOptions {
  @Option(
      names = "--external-id",
      paramLabel = "NAME",
      description =
          "Your name for it: a second dispatch with it starts no second bot. "
              + "Made up when it is not given.")
  private @Nullable String externalId;

  @Option(names = "--name", paramLabel = "NAME", description = "The bot's name in the meeting.")
  private @Nullable String name;

  @Option(
      names = "--join-at",
      paramLabel = "TIME",
      description = "When to be there: 2026-11-22T10:00Z, 2026-11-22T10:00, or 30m from now.")
  private @Nullable String joinAt;

  @Option(
      names = "--platform",
      paramLabel = "ID",
      description = "Such as google-meet; else by the URL.")
  private @Nullable String platform;

  @Option(
      names = "--metadata",
      paramLabel = "KEY=VALUE",
      description = "Comes back with the job and its webhooks; may be repeated.")
  private @Nullable Map<String, String> metadata;

  void into(Fields fields, Outside outside) {
    fields.put("externalId", externalId).put("displayName", name).put("platform", platform);
    if (joinAt != null) {
      Instant now = outside.clock().instant();
      Instant time = Moments.ahead(joinAt, now, outside.zone());
      if (time.isBefore(now)) {
        outside.terminal().tell("meetbot: warning: --join-at is over: the bot comes at once");
      }
      fields.put("joinAt", JsonText.time(time));
    }
    if (metadata != null) {
      new LinkedHashMap<>(metadata).forEach((key, value) -> fields.put("metadata", key, value));
    }
  }
}
