package dev.meetbot.sdk;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Makes calls: attempts one after another by the rule, until there is a result or an error. */
final class Transport implements AutoCloseable {
  private final HttpClient client;
  private final RetryRule rule;
  private final Duration timeout;
  private final Surroundings surroundings;
  private final Set<CompletableFuture<?>> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  Transport(HttpClient client, RetryRule rule, Duration timeout, Surroundings surroundings) {
    this.client = client;
    this.rule = rule;
    this.timeout = timeout;
    this.surroundings = surroundings;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  /** The result to come; cancelling it ends the exchange and the retries. */
  <T> CompletableFuture<T> call(Call<T> call) {
    CompletableFuture<T> result = new CompletableFuture<>();
    track(result);
    attempt(call, 0, result);
    return result;
  }

  /** Fails the future when the client is closed before it is done. */
  void track(CompletableFuture<?> result) {
    running.add(result);
    result.whenComplete((done, failure) -> running.remove(result));
    if (closed) {
      result.completeExceptionally(new IllegalStateException("the client is closed"));
    }
  }

  private <T> void attempt(Call<T> call, int number, CompletableFuture<T> result) {
    if (result.isDone()) {
      return;
    }
    CompletableFuture<HttpResponse<Payload>> exchange;
    try {
      exchange = Attempt.send(client, call, timeout);
    } catch (RuntimeException e) {
      result.completeExceptionally(e);
      return;
    }
    result.whenComplete((done, failure) -> exchange.cancel(true));
    // on the common pool: the timer's one thread must not do our work
    exchange.whenCompleteAsync(
        (answer, failure) -> {
          try {
            settle(call, number, result, answer, failure);
          } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
          }
        });
  }

  private <T> void settle(
      Call<T> call,
      int number,
      CompletableFuture<T> result,
      @Nullable HttpResponse<Payload> answer,
      @Nullable Throwable failure) {
    Optional<Duration> wait =
        answer == null ? waitAfter(failure, number) : waitAfter(answer, number);
    if (wait.isPresent()) {
      surroundings
          .pause()
          .of(wait.get())
          .whenComplete((done, stopped) -> attempt(call, number + 1, result));
    } else if (answer == null) {
      result.completeExceptionally(connectionFailure(failure));
    } else {
      result.complete(call.read().apply(answer));
    }
  }

  private Optional<Duration> waitAfter(@Nullable Throwable failure, int number) {
    // what we found wrong ourselves is no better the next time
    return connectionFailure(failure) instanceof MeetbotConnectionException
        ? rule.afterFailure(number, surroundings.random())
        : Optional.empty();
  }

  private Optional<Duration> waitAfter(HttpResponse<Payload> answer, int number) {
    Instant now = surroundings.clock().instant();
    String asked = answer.headers().firstValue("Retry-After").orElse(null);
    return rule.afterAnswer(number, answer.statusCode(), asked, now, surroundings.random());
  }

  private static MeetbotException connectionFailure(@Nullable Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof MeetbotException known) {
      return known;
    }
    return cause instanceof HttpTimeoutException
        ? new MeetbotTimeoutException("no whole answer in time", cause)
        : new MeetbotConnectionException("no whole answer came", cause);
  }

  @Override
  public void close() {
    closed = true;
    running.forEach(
        result ->
            result.completeExceptionally(
                new MeetbotConnectionException("the client was closed", null)));
  }
}
