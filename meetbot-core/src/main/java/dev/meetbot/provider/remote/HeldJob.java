package dev.meetbot.provider.remote;

import dev.meetbot.model.BotCommand;
import dev.meetbot.model.EndReason;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.Progress;
import dev.meetbot.model.RecordingState;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** A job that this worker holds, as far as it knows. Guarded by its own monitor. */
final class HeldJob {
  private Job job;
  private long sequence;
  private long told;

  HeldJob(Job job) {
    this.job = job;
    this.sequence = job.progress().reported();
  }

  synchronized Job job() {
    return job;
  }

  synchronized void set(Job newer) {
    job = newer;
  }

  /** The number of the next report. */
  synchronized long next() {
    return ++sequence;
  }

  /** How many changes were told to the server. */
  synchronized long told() {
    return told;
  }

  /** A change was told to the server, whatever came of it. */
  synchronized void countTold() {
    told++;
  }

  /**
   * The same as {@link #merge} for an answer to what is no change: it may have been given before a
   * change that was told meanwhile, whose own answer is newer.
   *
   * @param toldThen {@link #told} when it was asked
   */
  synchronized void mergeUnlessTold(long toldThen, JsonObject state, Instant now) {
    if (told == toldThen) {
      merge(state, now);
    }
  }

  /** Takes over what the server says of the job, as a newer version when that is news. */
  synchronized void merge(JsonObject state, Instant now) {
    Progress seen =
        job.progress()
            .with(
                edit -> {
                  edit.status = status(state);
                  edit.recordingState =
                      RemoteJobJson.constant(
                          RecordingState.class, state.getString("recordingState"));
                  edit.commands = commands(state);
                  edit.dueAt = Instant.parse(state.getString("dueAt"));
                  edit.endReason =
                      state.isNull("endReason")
                          ? edit.endReason
                          : RemoteJobJson.constant(EndReason.class, state.getString("endReason"));
                });
    if (!seen.equals(job.progress())) {
      job =
          new Job(
              job.id(),
              job.tenant(),
              job.version() + 1,
              job.spec(),
              seen,
              seen.status().terminal() ? null : job.lease(),
              job.history(),
              job.createdAt(),
              now);
    }
  }

  static JobStatus status(JsonObject state) {
    return JobStatus.find(state.getString("status")).orElseThrow();
  }

  static List<BotCommand> commands(JsonObject state) {
    return RemoteJobJson.commands(state.getJsonArray("commands"));
  }
}
