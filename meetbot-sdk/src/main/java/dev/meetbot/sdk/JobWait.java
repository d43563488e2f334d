package dev.meetbot.sdk;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** Asks for a job until it is as wanted, or the time is over. */
record JobWait(
    Transport transport,
    Supplier<CompletableFuture<Job>> ask,
    Function<Job, Boolean> enough,
    Duration interval) {

  CompletableFuture<Job> start(Duration atMost) {
    CompletableFuture<Job> result = new CompletableFuture<>();
    transport.track(result);
    askOnce(result, transport.surroundings().clock().instant().plus(atMost));
    return result;
  }

  private void askOnce(CompletableFuture<Job> result, Instant deadline) {
    if (result.isDone()) {
      return;
    }
    CompletableFuture<Job> asked = ask.get();
    result.whenComplete((done, failure) -> asked.cancel(true));
    asked.whenComplete(
        (job, failure) -> {
          try {
            if (failure != null) {
              result.completeExceptionally(failure);
            } else if (enough.apply(job)) {
              result.complete(job);
            } else {
              later(result, deadline, job);
            }
          } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
          }
        });
  }

  private void later(CompletableFuture<Job> result, Instant deadline, Job job) {
    Instant now = transport.surroundings().clock().instant();
    if (!now.isBefore(deadline)) {
      result.completeExceptionally(
          new MeetbotTimeoutException("job " + job.id() + " is still " + job.status(), null));
      return;
    }
    Duration left = Duration.between(now, deadline);
    transport
        .surroundings()
        .pause()
        .of(left.compareTo(interval) < 0 ? left : interval)
        .whenComplete((done, failure) -> askOnce(result, deadline));
  }
}
