package dev.meetbot.jaxrs.dto;

import dev.meetbot.engine.NewWebhookSecret;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.jspecify.annotations.Nullable;

/** A new signing secret on the wire, shown only now. */
@JsonbPropertyOrder({"webhookSecret", "previousValidUntil"})
public record WebhookSecretDto(String webhookSecret, @Nullable String previousValidUntil) {
  public static WebhookSecretDto from(NewWebhookSecret made) {
    return new WebhookSecretDto(made.secret(), Times.write(made.previousUntil()));
  }
}
