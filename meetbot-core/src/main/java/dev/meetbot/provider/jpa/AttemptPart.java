package dev.meetbot.provider.jpa;

import dev.meetbot.model.DeliveryAttempt;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One attempt of a {@link DeliveryRow}. */
@Embeddable
class AttemptPart {
  @Column(name = "attempt_number")
  int number;

  @Column(name = "attempted_at")
  Instant at = Instant.EPOCH;

  @Column(name = "http_status")
  @Nullable Integer httpStatus;

  @Column(length = JobRow.TEXT)
  @Nullable String error;

  @Column(name = "response_head", length = JobRow.TEXT)
  @Nullable String responseHead;

  static AttemptPart of(DeliveryAttempt attempt) {
    AttemptPart part = new AttemptPart();
    part.number = attempt.number();
    part.at = attempt.at();
    part.httpStatus = attempt.httpStatus();
    part.error = attempt.error();
    part.responseHead = attempt.responseHead();
    return part;
  }

  DeliveryAttempt toAttempt() {
    return new DeliveryAttempt(number, at, httpStatus, error, responseHead);
  }
}
