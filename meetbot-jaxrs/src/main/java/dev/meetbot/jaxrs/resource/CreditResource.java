package dev.meetbot.jaxrs.resource;

import static dev.meetbot.jaxrs.security.CallerSecurity.tenantOf;

import dev.meetbot.engine.CreditStatement;
import dev.meetbot.engine.MeetbotEngine;
import dev.meetbot.jaxrs.Engines;
import dev.meetbot.jaxrs.dto.CreditDto;
import dev.meetbot.jaxrs.security.Authenticated;
import dev.meetbot.model.KeyScope;
import dev.meetbot.model.LedgerEntry;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** What the tenant has left, and where it went. */
@Path("api/v1/credit")
@Authenticated(KeyScope.LIVE)
@Produces(MediaType.APPLICATION_JSON)
public final class CreditResource {
  private final MeetbotEngine engine;

  /** Made by JAX-RS for each request. */
  public CreditResource(@Context Application application, @Context ServletContext context) {
    this.engine = Engines.of(application, context);
  }

  /** The balance with a page of its movements, newest first. */
  @GET
  public CreditDto credit(@Context SecurityContext security, @Context UriInfo uris) {
    CreditPage page = CreditPage.read(uris.getQueryParameters());
    CreditStatement statement =
        engine.credit().statement(tenantOf(security), page.after(), page.limit());
    List<LedgerEntry> entries = statement.entries();
    String next = statement.more() ? CreditPage.cursor(entries.get(entries.size() - 1).id()) : null;
    return CreditDto.from(statement, next);
  }
}
