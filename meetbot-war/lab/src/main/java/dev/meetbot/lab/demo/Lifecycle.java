package dev.meetbot.lab.demo;

import dev.meetbot.lab.receiver.ReceivedWebhook;
import jakarta.json.JsonObject;
import java.util.List;

/** Whether the webhooks of a job told its life in order. */
final class Lifecycle {
  static final List<String> ORDER =
      List.of("queued", "joining", "in_call", "recording", "finalizing", "completed");

  private Lifecycle() {}

  /**
   * True when the accepted {@code job.status_changed} events lead without a gap to {@code
   * completed}, forward only (a stopped recording may go back to {@code in_call}), and {@code
   * job.finalized} is the last or next to the last of all.
   */
  static boolean isTold(List<ReceivedWebhook> accepted) {
    List<JsonObject> changes =
        accepted.stream()
            .filter(w -> w.event().equals("job.status_changed"))
            .map(ReceivedWebhook::data)
            .toList();
    for (int i = 1; i < changes.size(); i++) {
      String previous = changes.get(i).getString("previousStatus", "");
      String status = changes.get(i).getString("status");
      boolean follows = previous.equals(changes.get(i - 1).getString("status"));
      boolean stopped = previous.equals("recording") && status.equals("in_call");
      if (!follows || !(stopped || ORDER.indexOf(status) > ORDER.indexOf(previous))) {
        return false;
      }
    }
    if (changes.isEmpty()
        || !changes.get(changes.size() - 1).getString("status").equals("completed")) {
      return false;
    }
    List<String> seen = changes.stream().map(c -> c.getString("status")).toList();
    int finalized = accepted.stream().map(ReceivedWebhook::event).toList().indexOf("job.finalized");
    return seen.containsAll(List.of("joining", "in_call", "recording", "finalizing"))
        && finalized >= accepted.size() - 2;
  }

  static long count(List<ReceivedWebhook> accepted, String event) {
    return accepted.stream().filter(w -> w.event().equals(event)).count();
  }
}
