package dev.meetbot.sdk;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What the vectors call the errors. */
final class Kinds {
  private static final Map<String, Class<? extends MeetbotException>> KINDS =
      Map.ofEntries(
          Map.entry("validation", MeetbotValidationException.class),
          Map.entry("unauthorized", MeetbotUnauthorizedException.class),
          Map.entry("forbidden", MeetbotForbiddenException.class),
          Map.entry("not_found", MeetbotNotFoundException.class),
          Map.entry("conflict", MeetbotConflictException.class),
          Map.entry("rate_limit", MeetbotRateLimitException.class),
          Map.entry("server", MeetbotServerException.class),
          Map.entry("api", MeetbotApiException.class),
          Map.entry("response", MeetbotResponseException.class),
          Map.entry("connection", MeetbotConnectionException.class),
          Map.entry("timeout", MeetbotTimeoutException.class));

  private Kinds() {}

  static Class<? extends MeetbotException> of(Object name) {
    return KINDS.get((String) name);
  }

  /** What the future failed with, null when it did not. */
  static Throwable failure(CompletableFuture<?> future) {
    Throwable failure = future.handle((done, thrown) -> thrown).join();
    return failure instanceof CompletionException ? failure.getCause() : failure;
  }
}
