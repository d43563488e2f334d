package dev.meetbot.jaxrs.dto;

import dev.meetbot.engine.IntakeResult;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a calendar invite, on the wire.
 *
 * @param jobs the instances of a series; left out for a single event
 */
@JsonbNillable(false)
@JsonbPropertyOrder({"jobId", "action", "reason", "platform", "jobs"})
public record IntakeDto(
    @JsonbNillable @Nullable String jobId,
    String action,
    @Nullable String reason,
    @Nullable String platform,
    @Nullable List<Item> jobs) {

  /** One instance of a series. */
  @JsonbNillable(false)
  @JsonbPropertyOrder({"jobId", "action", "recurrenceId", "reason"})
  public record Item(
      @JsonbNillable @Nullable String jobId,
      String action,
      @JsonbNillable @Nullable String recurrenceId,
      @Nullable String reason) {
    static Item from(IntakeResult.Item item) {
      String instance = item.recurrenceId().isEmpty() ? null : item.recurrenceId();
      String job = item.jobId() == null ? null : item.jobId().value();
      return new Item(job, item.action().wireName(), instance, item.reason());
    }
  }

  /** The engine's result in the wire's words. */
  public static IntakeDto from(IntakeResult result) {
    return new IntakeDto(
        result.jobId() == null ? null : result.jobId().value(),
        result.action().wireName(),
        result.reason(),
        result.platform(),
        result.jobs().isEmpty() ? null : result.jobs().stream().map(Item::from).toList());
  }
}
