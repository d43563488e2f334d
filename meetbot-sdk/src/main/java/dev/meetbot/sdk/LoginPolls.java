package dev.meetbot.sdk;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Asks whether somebody has approved, until somebody has decided or the time is over. */
record LoginPolls(Transport transport, LoginRequests requests, LoginBegun begun) {

  CompletableFuture<String> start(Instant deadline) {
    CompletableFuture<String> result = new CompletableFuture<>();
    later(new LoginInterval(begun.interval()), deadline, result);
    return result;
  }

  private void later(LoginInterval interval, Instant deadline, CompletableFuture<String> result) {
    Instant next = transport.surroundings().clock().instant().plus(interval.length());
    if (next.isAfter(deadline)) {
      result.completeExceptionally(
          new MeetbotTimeoutException("nobody approved it before the code expired", null));
      return;
    }
    transport
        .surroundings()
        .pause()
        .of(interval.length())
        .whenComplete((done, failure) -> poll(interval, deadline, result));
  }

  private void poll(LoginInterval interval, Instant deadline, CompletableFuture<String> result) {
    if (result.isDone()) {
      return;
    }
    Answers answers = new Answers(transport.surroundings().clock());
    CompletableFuture<LoginAnswer> asked = transport.call(requests.poll(begun.nonce(), answers));
    result.whenComplete((done, failure) -> asked.cancel(true));
    asked.whenComplete((answer, failure) -> settle(answer, failure, interval, deadline, result));
  }

  private void settle(
      @Nullable LoginAnswer answer,
      @Nullable Throwable failure,
      LoginInterval interval,
      Instant deadline,
      CompletableFuture<String> result) {
    LoginAnswer known = failure instanceof MeetbotConnectionException ? LoginAnswer.NONE : answer;
    if (known == null) {
      result.completeExceptionally(failure);
    } else if (known.kind() == LoginAnswer.Kind.EXPIRED) {
      result.completeExceptionally(new MeetbotTimeoutException("the code has expired", null));
    } else if (known.apiKey() != null) {
      result.complete(known.apiKey());
    } else {
      later(interval.after(known), deadline, result);
    }
  }
}
