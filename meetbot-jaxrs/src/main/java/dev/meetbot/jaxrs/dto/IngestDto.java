package dev.meetbot.jaxrs.dto;

import dev.meetbot.engine.IngestReceipt;
import dev.meetbot.model.Job;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a report, on the wire.
 *
 * @param reason left out when the report was applied
 */
@JsonbNillable(false)
@JsonbPropertyOrder({"applied", "reason", "job"})
public record IngestDto(boolean applied, @Nullable String reason, State job) {

  /** How the job stands; a bot whose job is finalizing or has ended has to leave. */
  @JsonbPropertyOrder({"id", "status", "recordingState", "endReason", "dueAt", "commands"})
  public record State(
      String id,
      String status,
      String recordingState,
      @Nullable String endReason,
      @Nullable String dueAt,
      List<WorkerJobDto.CommandDto> commands) {
    static State from(Job job) {
      return new State(
          job.id().value(),
          job.status().wireName(),
          job.progress().recordingState().wireName(),
          job.progress().endReason() == null ? null : job.progress().endReason().wireName(),
          Times.write(job.progress().dueAt()),
          WorkerJobDto.commands(job));
    }
  }

  /** The engine's receipt in the wire's words. */
  public static IngestDto from(IngestReceipt receipt) {
    return new IngestDto(receipt.applied(), receipt.reason(), State.from(receipt.job()));
  }
}
