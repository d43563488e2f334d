package dev.meetbot.lab.chaos;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;

/**
 * A job that a server accepted, as it was in the end.
 *
 * @param job as the API gave it last
 * @param deliveries every webhook message that the server has for it
 * @param arrived the ids of the messages that the receiver took
 * @param recorded what of the guest's speech is in its files
 */
record JobRecord(
    JsonObject job, List<JsonObject> deliveries, Set<String> arrived, Recorded recorded) {
  JobRecord {
    deliveries = List.copyOf(deliveries);
    arrived = Set.copyOf(arrived);
  }

  String id() {
    return job.getString("id");
  }

  /**
   * What the files hold of somebody who spoke without a break.
   *
   * @param fromMs where it begins, in epoch ms
   * @param untilMs where it ends; the same as the beginning when there is nothing
   * @param longestGapMs the longest silence in between
   */
  record Recorded(double fromMs, double untilMs, double longestGapMs) {
    static final Recorded NOTHING = new Recorded(0, 0, 0);
  }
}
