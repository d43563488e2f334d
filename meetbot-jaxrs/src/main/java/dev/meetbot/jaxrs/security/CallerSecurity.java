package dev.meetbot.jaxrs.security;

import dev.meetbot.engine.Caller;
import dev.meetbot.model.TenantId;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** A request that a valid key came with. */
public record CallerSecurity(Caller caller, boolean secure) implements SecurityContext {
  /** The caller as JAX-RS hands it on. */
  public record CallerPrincipal(Caller caller) implements Principal {
    @Override
    public String getName() {
      return caller.keyId();
    }
  }

  /**
   * Who asks.
   *
   * @throws IllegalStateException when the resource is not marked {@link Authenticated}
   */
  public static Caller callerOf(SecurityContext context) {
    if (context.getUserPrincipal() instanceof CallerPrincipal principal) {
      return principal.caller();
    }
    throw new IllegalStateException("the resource was reached without a key");
  }

  /**
   * The tenant who asks.
   *
   * @throws IllegalStateException when the resource opens to keys without a tenant
   */
  public static TenantId tenantOf(SecurityContext context) {
    return callerOf(context).requireTenant();
  }

  @Override
  public Principal getUserPrincipal() {
    return new CallerPrincipal(caller);
  }

  @Override
  public boolean isUserInRole(@Nullable String role) {
    return caller.scope().wireName().equals(role);
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
