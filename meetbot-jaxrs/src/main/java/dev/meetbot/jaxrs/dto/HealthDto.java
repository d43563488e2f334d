package dev.meetbot.jaxrs.dto;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/** Answers of the two probes. */
public final class HealthDto {
  private HealthDto() {}

  /** The process answers. */
  public record Alive(String status) {}

  /**
   * Whether work can be done; each part is {@code ok} or says what is wrong.
   *
   * @param status {@code ready} or {@code unready}
   */
  @JsonbPropertyOrder({"status", "database", "storage", "browser"})
  public record Ready(String status, String database, String storage, String browser) {}
}
