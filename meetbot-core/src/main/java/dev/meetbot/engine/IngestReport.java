package dev.meetbot.engine;

import dev.meetbot.model.ConsentAnswer;
import dev.meetbot.model.EndReason;
import dev.meetbot.model.FailureCode;
import dev.meetbot.model.JobId;
import dev.meetbot.model.WorkerId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a bot outside the server's process tells of itself. A report stands for all before it: what
 * it says is where the bot is, also when others were lost on the way.
 *
 * @param sequence counts a job's reports up; a claim tells where to go on from
 * @param endReason why the call was over; wanted with {@code CALL_OVER}, and again with {@code
 *     FINALIZED} for the case that the former was lost
 * @param failureCode why it failed; wanted with {@code FAULTED}
 * @param failureDetail one sentence for people
 * @param phase how far the bot was when it failed; null means as far as the server knows
 * @param recorded whether anything was recorded up to now; tells with the end of a call that there
 *     was a start, when the report of it was lost
 * @param participantCount null when nothing is new
 * @param done requests of clients that the bot has done, by their ids
 * @param consent an answer to the question whether to record; null when there is none
 */
public record IngestReport(
    JobId job,
    WorkerId worker,
    long sequence,
    Event event,
    @Nullable EndReason endReason,
    @Nullable FailureCode failureCode,
    @Nullable String failureDetail,
    @Nullable Phase phase,
    boolean recorded,
    @Nullable String manifestUri,
    @Nullable Integer participantCount,
    List<String> done,
    @Nullable ConsentAnswer consent) {
  public IngestReport {
    done = List.copyOf(done);
  }

  /** Where the bot is. */
  public enum Event {
    CLAIMED,
    WAITING_ROOM,
    ADMITTED,
    RECORDING_STARTED,
    RECORDING_PAUSED,
    RECORDING_RESUMED,
    RECORDING_STOPPED,
    CALL_OVER,
    FINALIZED,
    FAULTED,
    /** Still there; changes no status. */
    HEARTBEAT;

    /** The name on the wire. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The event of that wire name. */
    public static Optional<Event> find(String wireName) {
      return java.util.Arrays.stream(values())
          .filter(event -> event.wireName().equals(wireName))
          .findFirst();
    }
  }

  /** How far a bot was. */
  public enum Phase {
    JOINING,
    IN_CALL,
    FINALIZING
  }
}
