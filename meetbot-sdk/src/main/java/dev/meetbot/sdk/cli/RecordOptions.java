package dev.meetbot.sdk.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of dispatch: what is recorded, and with whose consent. */
final class RecordOptions {
  @Option(
      names = "--record-audio",
      paramLabel = "KIND",
      description = "per_speaker, mixed or none.")
  private @Nullable String audio;

  @Option(
      names = "--record-video",
      paramLabel = "KIND",
      description = "composed, participants, tab or none.")
  private @Nullable String video;

  @Option(
      names = "--record-layout",
      paramLabel = "KIND",
      description = "speaker, gallery or share_first.")
  private @Nullable String layout;

  @Option(names = "--record-captions", negatable = true, description = "Keeps captions, or not.")
  private @Nullable Boolean captions;

  @Option(names = "--record-chat", negatable = true, description = "Keeps the chat, or not.")
  private @Nullable Boolean chat;

  @Option(
      names = "--record-on-join",
      negatable = true,
      description = "Records at once; without it, resume starts the recording.")
  private @Nullable Boolean startOnJoin;

  @Option(
      names = "--consent",
      negatable = true,
      description = "Records only when the host says yes.")
  private @Nullable Boolean consent;

  @Option(names = "--consent-prompt", paramLabel = "TEXT", description = "What the host is asked.")
  private @Nullable String prompt;

  @Option(
      names = "--consent-timeout",
      paramLabel = "TIME",
      description = "No answer within it counts as no.")
  private @Nullable Seconds timeout;

  void into(Fields fields) {
    fields
        .put("recording", "audio", audio)
        .put("recording", "video", video)
        .put("recording", "layout", layout)
        .put("recording", "captions", captions)
        .put("recording", "chat", chat)
        .put("recording", "startOnJoin", startOnJoin)
        .put("consent", "required", consent)
        .put("consent", "prompt", prompt)
        .put("consent", "timeoutSeconds", Seconds.number(timeout));
  }
}
