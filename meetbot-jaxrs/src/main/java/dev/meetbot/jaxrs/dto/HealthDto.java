package dev.meetbot.jaxrs.dto;

import dev.meetbot.engine.Readiness;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.function.UnaryOperator;

/** Answers of the two probes. */
public final class HealthDto {
  private HealthDto() {}

  /** The process answers. */
  public record Alive(String status) {}

  /**
   * Whether work can be done.
   *
   * @param status {@code ready} or {@code unready}
   */
  @JsonbPropertyOrder({"status", "database", "storage", "browser", "ffmpeg"})
  public record Ready(
      String status, String database, String storage, String browser, String ffmpeg) {

    /** For everybody: each part is {@code ok} or {@code unavailable}. */
    public static Ready publicly(Readiness now) {
      return of(now, text -> text.equals(Readiness.OK) ? text : "unavailable");
    }

    /** For the operator: each part is {@code ok} or says what is wrong. */
    static Ready detailed(Readiness now) {
      return of(now, text -> text);
    }

    private static Ready of(Readiness now, UnaryOperator<String> told) {
      return new Ready(
          now.ready() ? "ready" : "unready",
          told.apply(now.database()),
          told.apply(now.storage()),
          told.apply(now.browser()),
          told.apply(now.ffmpeg()));
    }
  }
}
