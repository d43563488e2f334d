package dev.meetbot.jaxrs.dto;

import dev.meetbot.engine.NewTenant;
import dev.meetbot.model.Tenant;
import dev.meetbot.model.TenantLimits;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tenant on the wire. */
@JsonbPropertyOrder({"id", "name", "limits", "createdAt"})
public record TenantDto(String id, String name, LimitsDto limits, @Nullable String createdAt) {

  public static TenantDto from(Tenant tenant) {
    return new TenantDto(
        tenant.id().value(),
        tenant.name(),
        LimitsDto.from(tenant.limits()),
        Times.write(tenant.createdAt()));
  }

  /** What it may use; null means the server's default. */
  @JsonbPropertyOrder({"maxConcurrentBots", "requestsPerMinute"})
  public record LimitsDto(
      @Nullable Integer maxConcurrentBots, @Nullable Integer requestsPerMinute) {
    static LimitsDto from(TenantLimits limits) {
      return new LimitsDto(limits.maxConcurrentBots(), limits.requestsPerMinute());
    }
  }

  /** A new tenant, with what is shown only now. */
  @JsonbPropertyOrder({"id", "name", "limits", "createdAt", "apiKey", "webhookSecret"})
  public record Made(
      String id,
      String name,
      LimitsDto limits,
      @Nullable String createdAt,
      String apiKey,
      String webhookSecret) {
    public static Made from(NewTenant made) {
      TenantDto tenant = TenantDto.from(made.tenant());
      return new Made(
          tenant.id(),
          tenant.name(),
          tenant.limits(),
          tenant.createdAt(),
          made.apiKey(),
          made.webhookSecret());
    }
  }

  /**
   * A page of tenants.
   *
   * @param nextCursor for the page after this one; null when there is none
   */
  @JsonbPropertyOrder({"tenants", "nextCursor"})
  public record Many(List<TenantDto> tenants, @Nullable String nextCursor) {}
}
