package dev.meetbot.sdk.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of dispatch: whom to tell. */
final class WebhookOptions {
  @Option(
      names = "--webhook",
      paramLabel = "URL",
      description = "Gets changes of status and what happens in the room; alone, all events.")
  private @Nullable String onStatusChange;

  @Option(
      names = "--finalize-webhook",
      paramLabel = "URL",
      description = "Gets job.finalized and job.failed; alone, all events.")
  private @Nullable String onFinalize;

  @Option(
      names = "--webhook-event",
      paramLabel = "EVENT",
      description = "An event that only comes when asked for, such as bot.chat_message.")
  private @Nullable List<String> events;

  @Option(names = "--webhook-version", paramLabel = "1|2", description = "Of the envelope.")
  private @Nullable Integer version;

  void into(Fields fields) {
    fields
        .put("webhooks", "onStatusChange", onStatusChange)
        .put("webhooks", "onFinalize", onFinalize)
        .put("webhooks", "events", events)
        .put("webhooks", "version", version);
  }
}
