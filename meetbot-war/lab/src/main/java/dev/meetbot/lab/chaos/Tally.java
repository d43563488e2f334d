package dev.meetbot.lab.chaos;

import dev.meetbot.lab.server.JobsClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is counted in the end. Pure. */
record Tally(
    long seed,
    int faults,
    int jobsAccepted,
    int jobsEnded,
    int jobsRunTwice,
    int eventsLost,
    int finalizedTwice,
    double maxSecondsLost,
    int leftoverProcesses) {
  private static final double MOST_SECONDS = 2;

  static Tally of(long seed, List<FaultRecord> faults, List<JobRecord> jobs, int leftovers) {
    return new Tally(
        seed,
        faults.size(),
        jobs.size(),
        (int) jobs.stream().filter(j -> JobsClient.isOver(j.job())).count(),
        (int) jobs.stream().filter(Tally::ranTwice).count(),
        jobs.stream().mapToInt(Tally::lostEvents).sum(),
        (int) jobs.stream().filter(j -> finals(j) > 1).count(),
        secondsLost(faults, jobs),
        leftovers);
  }

  /** A job whose bot recorded, was given up and recorded from the start again. */
  private static boolean ranTwice(JobRecord job) {
    return job.job().getJsonArray("statusHistory").getValuesAs(JsonObject.class).stream()
            .filter(h -> h.getString("status").equals("recording"))
            .count()
        > 1;
  }

  /** Messages that the server has and nobody got, and statuses of which there is no message. */
  private static int lostEvents(JobRecord job) {
    Set<String> told = new HashSet<>();
    int lost = 0;
    for (JsonObject delivery : job.deliveries()) {
      if (!job.arrived().contains(delivery.getString("deliveryId"))) {
        lost++;
      }
      told.add(delivery.getString("event"));
    }
    boolean silent = !told.contains("job.status_changed");
    return lost + (silent ? 1 : 0);
  }

  private static long finals(JobRecord job) {
    return job.deliveries().stream()
        .filter(d -> d.getString("event").equals("job.finalized"))
        .map(d -> d.getString("deliveryId"))
        .distinct()
        .count();
  }

  /** The most that any job lost, at its end or in between. */
  private static double secondsLost(List<FaultRecord> faults, List<JobRecord> jobs) {
    double most = 0;
    for (JobRecord job : jobs) {
      most = Math.max(most, Math.max(job.recorded().longestGapMs(), Loss.of(job, faults)));
    }
    return Math.round(most) / 1000.0;
  }

  boolean ok() {
    return jobsAccepted == jobsEnded
        && jobsRunTwice == 0
        && eventsLost == 0
        && finalizedTwice == 0
        && maxSecondsLost <= MOST_SECONDS
        && leftoverProcesses == 0;
  }

  JsonObject json() {
    return Json.createObjectBuilder()
        .add("seed", seed)
        .add("faults", faults)
        .add("jobsAccepted", jobsAccepted)
        .add("jobsEnded", jobsEnded)
        .add("jobsRunTwice", jobsRunTwice)
        .add("eventsLost", eventsLost)
        .add("finalizedTwice", finalizedTwice)
        .add("maxSecondsLost", maxSecondsLost)
        .add("leftoverProcesses", leftoverProcesses)
        .build();
  }
}
