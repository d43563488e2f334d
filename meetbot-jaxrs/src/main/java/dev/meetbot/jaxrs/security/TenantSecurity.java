package dev.meetbot.jaxrs.security;

import dev.meetbot.model.TenantId;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** A request that a tenant's key came with. */
public record TenantSecurity(TenantId tenant, boolean secure) implements SecurityContext {
  /** The tenant as JAX-RS hands it on. */
  public record TenantPrincipal(TenantId tenant) implements Principal {
    @Override
    public String getName() {
      return tenant.value();
    }
  }

  /**
   * Who asks.
   *
   * @throws IllegalStateException when the resource is not marked {@link Authenticated}
   */
  public static TenantId tenantOf(SecurityContext context) {
    if (context.getUserPrincipal() instanceof TenantPrincipal principal) {
      return principal.tenant();
    }
    throw new IllegalStateException("the resource was reached without a key");
  }

  @Override
  public Principal getUserPrincipal() {
    return new TenantPrincipal(tenant);
  }

  @Override
  public boolean isUserInRole(@Nullable String role) {
    return false;
  }

  @Override
  public boolean isSecure() {
    return secure;
  }

  @Override
  public String getAuthenticationScheme() {
    return "Bearer";
  }
}
