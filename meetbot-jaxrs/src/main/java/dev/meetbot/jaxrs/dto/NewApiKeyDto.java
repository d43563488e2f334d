package dev.meetbot.jaxrs.dto;

import dev.meetbot.engine.NewKey;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * A new key on the wire: an {@link ApiKeyDto} and what is shown only now.
 *
 * @param apiKey the key itself
 */
@JsonbPropertyOrder({
  "id",
  "tenantId",
  "name",
  "scope",
  "hint",
  "createdAt",
  "expiresAt",
  "lastUsedAt",
  "revokedAt",
  "apiKey"
})
public record NewApiKeyDto(
    String id,
    @Nullable String tenantId,
    String name,
    String scope,
    String hint,
    @Nullable String createdAt,
    @Nullable String expiresAt,
    @Nullable String lastUsedAt,
    @Nullable String revokedAt,
    String apiKey) {

  public static NewApiKeyDto from(NewKey made) {
    ApiKeyDto key = ApiKeyDto.from(made.key());
    return new NewApiKeyDto(
        key.id(),
        key.tenantId(),
        key.name(),
        key.scope(),
        key.hint(),
        key.createdAt(),
        key.expiresAt(),
        key.lastUsedAt(),
        key.revokedAt(),
        made.secret());
  }
}
