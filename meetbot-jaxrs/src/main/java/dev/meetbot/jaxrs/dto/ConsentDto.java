package dev.meetbot.jaxrs.dto;

import dev.meetbot.model.ConsentSpec;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.jspecify.annotations.Nullable;

/** Whether a recording waits for the host's yes, on the wire. */
@JsonbPropertyOrder({"required", "prompt", "timeoutSeconds"})
public record ConsentDto(boolean required, @Nullable String prompt, long timeoutSeconds) {
  static ConsentDto from(ConsentSpec consent) {
    return new ConsentDto(consent.required(), consent.prompt(), consent.timeout().toSeconds());
  }
}
