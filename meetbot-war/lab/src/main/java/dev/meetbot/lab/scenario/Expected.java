package dev.meetbot.lab.scenario;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import org.jspecify.annotations.Nullable;

/**
 * How a job ends, or must end.
 *
 * @param why the failure code of a failed job, else the reason of its end
 */
public record Expected(String status, @Nullable String why) {

  /** From an object with {@code status}, {@code endReason} and {@code failureCode}. */
  public static Expected of(JsonObject job) {
    String status = job.getString("status");
    return new Expected(status, text(job, status.equals("failed") ? "failureCode" : "endReason"));
  }

  private static @Nullable String text(JsonObject object, String key) {
    return object.get(key) instanceof JsonString value ? value.getString() : null;
  }

  /** For example {@code completed/everyone_left} or {@code failed/host_denied_admission}. */
  public String text() {
    return why == null ? status : status + "/" + why;
  }
}
