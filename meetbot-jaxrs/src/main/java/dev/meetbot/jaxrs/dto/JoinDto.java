package dev.meetbot.jaxrs.dto;

import dev.meetbot.model.JoinSpec;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/** How a bot gets in, on the wire; a passcode is never told. */
@JsonbPropertyOrder({"signIn", "hasPasscode", "film"})
public record JoinDto(String signIn, boolean hasPasscode, boolean film) {
  static JoinDto from(JoinSpec join) {
    return new JoinDto(join.signIn().wireName(), join.hasPasscode(), join.film());
  }
}
