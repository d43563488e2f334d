package dev.meetbot.sdk;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sends requests whose answers are short, and reads them: what all clients share. */
record Sender(Transport transport, Requests requests, Answers answers) {
  /** The answer as that model. */
  <T> CompletableFuture<T> model(HttpRequest request, Class<T> type) {
    return send(request, answers.model(type));
  }

  /** The answer as that model, together with its status. */
  <M, T> CompletableFuture<T> withStatus(
      HttpRequest request, Class<M> type, BiFunction<M, Integer, T> both) {
    return send(
        request, answer -> both.apply(answers.model(type).apply(answer), answer.statusCode()));
  }

  /** What stands in that model. */
  <M, T> CompletableFuture<T> within(HttpRequest request, Class<M> type, Function<M, T> part) {
    return send(request, answers.model(type).andThen(part));
  }

  /** The answer as that model; nothing when there is no such thing. */
  <T> CompletableFuture<Optional<T>> found(HttpRequest request, Class<T> type) {
    return send(request, answers.found(type));
  }

  /** Whether it went well is all that there is to tell. */
  CompletableFuture<@Nullable Void> nothing(HttpRequest request) {
    return send(request, answers::nothing);
  }

  /** An idempotency key, a new one each time. */
  String newKey() {
    return transport.surroundings().keys().get();
  }

  private <T> CompletableFuture<T> send(
      HttpRequest request, Function<HttpResponse<Payload>, T> read) {
    return transport.call(new Call<>(() -> request, Payload.whole(), true, read));
  }
}
