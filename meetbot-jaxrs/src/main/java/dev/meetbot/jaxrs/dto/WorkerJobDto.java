package dev.meetbot.jaxrs.dto;

import dev.meetbot.model.BotCommand;
import dev.meetbot.model.Job;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job as its worker needs it.
 *
 * @param sequence of the newest report that was taken in; the worker goes on from there
 * @param attempt how often it was claimed before
 * @param passcode the meeting's, in clear; null when the client gave none
 * @param commands what clients asked of the bot, oldest first
 */
@JsonbPropertyOrder({"tenantId", "sequence", "attempt", "dueAt", "passcode", "commands", "job"})
public record WorkerJobDto(
    String tenantId,
    long sequence,
    int attempt,
    @Nullable String dueAt,
    @Nullable String passcode,
    List<CommandDto> commands,
    JobDto job) {

  /** Its text leaves the passcode out. */
  @Override
  public String toString() {
    return "WorkerJobDto[" + job.id() + ", hasPasscode=" + (passcode != null) + "]";
  }

  /** The job in the wire's words. */
  public static WorkerJobDto from(Job job, @Nullable String passcode) {
    return new WorkerJobDto(
        job.tenant().value(),
        job.progress().reported(),
        job.progress().attempt(),
        Times.write(job.progress().dueAt()),
        passcode,
        commands(job),
        JobDto.from(job));
  }

  static List<CommandDto> commands(Job job) {
    return job.progress().commands().stream().map(CommandDto::from).toList();
  }

  /** What a client asked of a bot. */
  @JsonbPropertyOrder({"requestId", "verb", "message", "at"})
  public record CommandDto(
      String requestId, String verb, @Nullable String message, @Nullable String at) {
    static CommandDto from(BotCommand command) {
      return new CommandDto(
          command.requestId(),
          command.verb().wireName(),
          command.text(),
          Times.write(command.at()));
    }
  }

  /** What was claimed. */
  public record ListDto(List<WorkerJobDto> jobs) {}
}
