package dev.meetbot.jaxrs.dto;

import dev.meetbot.engine.IdentityView;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A signed-in account on the wire, without its secret. */
@JsonbPropertyOrder({
  "name",
  "platform",
  "storedAt",
  "lastUsedAt",
  "inUse",
  "signedOut",
  "signedOutAt"
})
public record IdentityDto(
    String name,
    String platform,
    @Nullable String storedAt,
    @Nullable String lastUsedAt,
    boolean inUse,
    boolean signedOut,
    @Nullable String signedOutAt) {

  public static IdentityDto from(IdentityView identity) {
    return new IdentityDto(
        identity.name(),
        identity.platform(),
        Times.write(identity.storedAt()),
        Times.write(identity.usedAt()),
        identity.inUse(),
        identity.signedOutAt() != null,
        Times.write(identity.signedOutAt()));
  }

  /** All of them, by name. */
  public record ListDto(List<IdentityDto> identities) {}
}
