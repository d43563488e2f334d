package dev.meetbot.jaxrs.dto;

import dev.meetbot.model.ApiKey;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key on the wire, without its secret.
 *
 * @param hint what the key begins with
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
  "revokedAt"
})
public record ApiKeyDto(
    String id,
    @Nullable String tenantId,
    String name,
    String scope,
    String hint,
    @Nullable String createdAt,
    @Nullable String expiresAt,
    @Nullable String lastUsedAt,
    @Nullable String revokedAt) {

  public static ApiKeyDto from(ApiKey key) {
    return new ApiKeyDto(
        key.id(),
        key.tenant() == null ? null : key.tenant().value(),
        key.name(),
        key.scope().wireName(),
        key.hint(),
        Times.write(key.createdAt()),
        Times.write(key.expiresAt()),
        Times.write(key.lastUsedAt()),
        Times.write(key.revokedAt()));
  }

  /** Keys on the wire. */
  public record Many(List<ApiKeyDto> keys) {
    public static Many from(List<ApiKey> keys) {
      return new Many(keys.stream().map(ApiKeyDto::from).toList());
    }
  }
}
