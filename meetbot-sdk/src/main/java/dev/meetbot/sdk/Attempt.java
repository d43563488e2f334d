package dev.meetbot.sdk;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One exchange with a limit in time, which the client of the JDK has for an answer's head only. */
final class Attempt {
  private Attempt() {}

  /** Sends it; the future fails when the time is over, and the exchange is cut off then. */
  static CompletableFuture<HttpResponse<Payload>> send(
      HttpClient client, Call<?> call, Duration timeout) {
    CompletableFuture<HttpResponse<Payload>> outcome = new CompletableFuture<>();
    CompletableFuture<Void> deadline = new CompletableFuture<>();
    CompletableFuture<HttpResponse<Payload>> exchange =
        client.sendAsync(
            call.request().get(),
            info -> {
              if (!call.whole()) {
                deadline.complete(null);
              }
              return call.body().apply(info);
            });
    deadline
        .orTimeout(timeout.toNanos(), TimeUnit.NANOSECONDS)
        .whenComplete(
            (done, late) -> {
              if (late != null) {
                outcome.completeExceptionally(
                    new HttpTimeoutException("nothing within " + timeout));
                exchange.cancel(true);
              }
            });
    exchange.whenComplete(
        (answer, failure) -> {
          deadline.complete(null);
          if (failure != null) {
            outcome.completeExceptionally(failure);
          } else if (!outcome.complete(answer)) {
            answer.body().discard();
          }
        });
    outcome.whenComplete(
        (answer, failure) -> {
          if (outcome.isCancelled()) {
            exchange.cancel(true);
          }
        });
    return outcome;
  }
}
