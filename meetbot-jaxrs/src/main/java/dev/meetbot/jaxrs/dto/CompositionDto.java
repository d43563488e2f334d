package dev.meetbot.jaxrs.dto;

import dev.meetbot.engine.Compositions.Composition;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/** A view of a call that was asked for. */
@JsonbPropertyOrder({"jobId", "name", "status"})
public record CompositionDto(String jobId, String name, String status) {
  public static CompositionDto from(Composition composition) {
    return new CompositionDto(
        composition.jobId().value(), composition.name(), composition.status().wireName());
  }
}
