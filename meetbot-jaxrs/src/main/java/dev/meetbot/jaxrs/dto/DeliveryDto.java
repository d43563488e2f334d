package dev.meetbot.jaxrs.dto;

import dev.meetbot.model.Delivery;
import dev.meetbot.model.DeliveryAttempt;
import dev.meetbot.model.WebhookMessage;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A delivery on the wire.
 *
 * @param state {@code pending}, {@code delivered} or {@code dead}
 * @param nextAttemptAt null unless pending
 */
@JsonbPropertyOrder({
  "deliveryId",
  "jobId",
  "event",
  "url",
  "version",
  "state",
  "emittedAt",
  "nextAttemptAt",
  "attempts"
})
public record DeliveryDto(
    String deliveryId,
    String jobId,
    String event,
    String url,
    int version,
    String state,
    @Nullable String emittedAt,
    @Nullable String nextAttemptAt,
    List<Attempt> attempts) {

  /** One try; {@code status} is null when there was no answer, {@code error} after a success. */
  @JsonbPropertyOrder({"attempt", "at", "status", "error", "responseHead"})
  public record Attempt(
      int attempt,
      @Nullable String at,
      @Nullable Integer status,
      @Nullable String error,
      @Nullable String responseHead) {
    static Attempt from(DeliveryAttempt attempt) {
      return new Attempt(
          attempt.number(),
          Times.write(attempt.at()),
          attempt.httpStatus(),
          attempt.error(),
          attempt.responseHead());
    }
  }

  public static DeliveryDto from(Delivery delivery) {
    WebhookMessage message = delivery.message();
    boolean pending = delivery.state() == Delivery.State.PENDING;
    return new DeliveryDto(
        message.id().value(),
        message.job().value(),
        message.event(),
        message.url().toString(),
        message.version(),
        delivery.state().name().toLowerCase(Locale.ROOT),
        Times.write(message.emittedAt()),
        pending ? Times.write(delivery.nextAttemptAt()) : null,
        delivery.attempts().stream().map(Attempt::from).toList());
  }
}
