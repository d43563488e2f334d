package dev.meetbot.jaxrs.resource;

import dev.meetbot.engine.Accounts;
import dev.meetbot.engine.InvalidJobException;
import dev.meetbot.engine.Issue;
import dev.meetbot.engine.NewTenant;
import dev.meetbot.jaxrs.Engines;
import dev.meetbot.jaxrs.dto.TenantDto;
import dev.meetbot.jaxrs.security.Authenticated;
import dev.meetbot.model.KeyScope;
import dev.meetbot.model.Tenant;
import dev.meetbot.model.TenantId;
import dev.meetbot.model.TenantLimits;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Tenants, for the operator. */
@Path("api/v1/tenants")
@Authenticated(KeyScope.OPERATOR)
@Produces(MediaType.APPLICATION_JSON)
public final class TenantsResource {
  private static final int MAX_BOTS = 100_000;
  private static final int MAX_REQUESTS = 1_000_000_000;

  private final Accounts accounts;

  /** Made by JAX-RS for each request. */
  public TenantsResource(@Context Application application, @Context ServletContext context) {
    this.accounts = Engines.of(application, context).accounts();
  }

  /** 201 with a new tenant, its first key and its signing secret, which are shown only now. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(InputStream body, @Context HttpHeaders headers, @Context UriInfo uris)
      throws IOException {
    Wanted wanted = read(body, headers);
    NewTenant made = accounts.createTenant(wanted.name(), wanted.limits());
    return Response.created(
            uris.getBaseUriBuilder()
                .path(TenantsResource.class)
                .path(made.tenant().id().value())
                .build())
        .entity(TenantDto.Made.from(made))
        .build();
  }

  /** A page of tenants, oldest first. */
  @GET
  public TenantDto.Many list(@Context UriInfo uris) {
    PageQuery<TenantId> query = PageQuery.read(uris.getQueryParameters(), TenantIds::readCursor);
    int limit = query.limit();
    List<Tenant> found = accounts.tenants(query.after(), limit + 1);
    boolean more = found.size() > limit;
    List<Tenant> page = more ? found.subList(0, limit) : found;
    String next = more ? TenantIds.cursorAfter(page.get(limit - 1).id()) : null;
    return new TenantDto.Many(page.stream().map(TenantDto::from).toList(), next);
  }

  /** One tenant. */
  @GET
  @Path("{id}")
  public TenantDto find(@PathParam("id") String id) {
    return accounts
        .tenant(TenantIds.require(id))
        .map(TenantDto::from)
        .orElseThrow(TenantIds::notFound);
  }

  /** Another name and other limits; a limit that is not given is the server's default again. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public TenantDto update(
      @PathParam("id") String id, InputStream body, @Context HttpHeaders headers)
      throws IOException {
    TenantId tenant = TenantIds.require(id);
    Wanted wanted = read(body, headers);
    return TenantDto.from(accounts.update(tenant, wanted.name(), wanted.limits()));
  }

  /** Erases the tenant with all that is its own, but for the ledger: 204. */
  @DELETE
  @Path("{id}")
  public void erase(@PathParam("id") String id) {
    accounts.erase(TenantIds.require(id));
  }

  private record Wanted(String name, TenantLimits limits) {}

  private static Wanted read(InputStream body, HttpHeaders headers) throws IOException {
    List<Issue> issues = new ArrayList<>();
    JsonFields fields = new JsonFields(RequestBody.object(body, headers.getLength()), issues);
    JsonFields limits = fields.child("limits");
    Wanted wanted =
        new Wanted(
            fields.text("name", ""),
            new TenantLimits(
                limits.optionalInteger("maxConcurrentBots", 0, MAX_BOTS),
                limits.optionalInteger("requestsPerMinute", 1, MAX_REQUESTS)));
    if (!issues.isEmpty()) {
      throw new InvalidJobException(issues);
    }
    return wanted;
  }
}
