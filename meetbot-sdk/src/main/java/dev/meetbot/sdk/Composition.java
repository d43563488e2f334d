package dev.meetbot.sdk;

import jakarta.json.bind.annotation.JsonbCreator;

/**
 * How a view that was asked for stands.
 *
 * @param name of the artifact that it becomes, in the manifest when it is done
 * @param status {@code queued}, {@code running}, {@code done} or {@code failed}
 */
public record Composition(String jobId, String name, String status) {
  /** Checks that it is such an answer. */
  @JsonbCreator
  public Composition {
    Given.there(name, "name");
    Given.there(status, "status");
  }
}
