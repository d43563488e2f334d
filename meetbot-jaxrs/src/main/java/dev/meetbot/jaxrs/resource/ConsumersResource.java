package dev.meetbot.jaxrs.resource;

import static dev.meetbot.jaxrs.security.CallerSecurity.tenantOf;

import dev.meetbot.engine.Accounts;
import dev.meetbot.jaxrs.Engines;
import dev.meetbot.jaxrs.dto.TenantDto;
import dev.meetbot.jaxrs.security.Authenticated;
import dev.meetbot.model.KeyScope;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** The caller's own tenant; clients of the published product call it a consumer. */
@Path("api/v1/consumers/me")
@Produces(MediaType.APPLICATION_JSON)
public final class ConsumersResource {
  private final Accounts accounts;

  /** Made by JAX-RS for each request. */
  public ConsumersResource(@Context Application application, @Context ServletContext context) {
    this.accounts = Engines.of(application, context).accounts();
  }

  /** Who the caller is. */
  @GET
  @Authenticated
  public TenantDto me(@Context SecurityContext security) {
    return accounts
        .tenant(tenantOf(security))
        .map(TenantDto::from)
        .orElseThrow(TenantIds::notFound);
  }

  /** Erases everything of the caller's tenant, but for the ledger: 204, and no key opens more. */
  @DELETE
  @Authenticated(KeyScope.LIVE)
  public void erase(@Context SecurityContext security) {
    accounts.erase(tenantOf(security));
  }
}
