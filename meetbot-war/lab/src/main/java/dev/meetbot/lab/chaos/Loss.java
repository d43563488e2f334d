package dev.meetbot.lab.chaos;

import dev.meetbot.lab.truth.Span;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a fault took of what had been said before it. Pure. */
final class Loss {
  /** A bot that dies is noticed within that time; faults come less often. */
  static final double NOTICED_MS = 5000;

  private Loss() {}

  /**
   * Milliseconds that are missing: what was said while the bot was recording, before the fault that
   * ended it, and is in no file. 0 when no fault ended it.
   *
   * @param faults in the order of time
   */
  static double of(JobRecord job, List<FaultRecord> faults) {
    Optional<Span> recording = recording(job.job());
    if (recording.isEmpty()) {
      return 0;
    }
    double until = job.recorded().untilMs();
    for (FaultRecord fault : faults) {
      if (recording.get().contains(fault.atMs()) && until < fault.atMs() + NOTICED_MS) {
        double recorded = Math.max(until, recording.get().startMs());
        return Math.max(0, fault.atMs() - recorded);
      }
    }
    return 0;
  }

  /** From when to when the bot was recording, by the job's history; in epoch ms. */
  static Optional<Span> recording(JsonObject job) {
    List<JsonObject> history = job.getJsonArray("statusHistory").getValuesAs(JsonObject.class);
    for (int i = 0; i + 1 < history.size(); i++) {
      if (history.get(i).getString("status").equals("recording")) {
        return Optional.of(new Span(at(history.get(i)), at(history.get(i + 1))));
      }
    }
    return Optional.empty();
  }

  private static double at(JsonObject change) {
    return Instant.parse(change.getString("at")).toEpochMilli();
  }
}
