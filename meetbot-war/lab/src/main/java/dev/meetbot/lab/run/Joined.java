package dev.meetbot.lab.run;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/** What a job says of being in the call, against what the meeting saw. Pure. */
final class Joined {
  /** Two clocks of one machine, and the time in which an answer goes over the wire. */
  private static final double TOLERANCE_MS = 100;

  private Joined() {}

  /** When the job said that it was in the call; empty when it never did. */
  static Optional<Double> saidAtMs(JsonObject job) {
    return job.getJsonArray("statusHistory").getValuesAs(JsonObject.class).stream()
        .filter(row -> row.getString("status").equals("in_call"))
        .map(row -> (double) Instant.parse(row.getString("at")).toEpochMilli())
        .findFirst();
  }

  /** Whether it said so without being there, or before. */
  static boolean falsely(JsonObject job, Optional<Double> admittedAtMs) {
    Optional<Double> said = saidAtMs(job);
    return said.isPresent()
        && (admittedAtMs.isEmpty() || said.get() < admittedAtMs.get() - TOLERANCE_MS);
  }
}
