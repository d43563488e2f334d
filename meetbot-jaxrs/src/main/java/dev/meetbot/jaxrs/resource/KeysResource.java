package dev.meetbot.jaxrs.resource;

import static dev.meetbot.jaxrs.security.CallerSecurity.callerOf;

import dev.meetbot.engine.Accounts;
import dev.meetbot.engine.Caller;
import dev.meetbot.engine.InvalidJobException;
import dev.meetbot.engine.Issue;
import dev.meetbot.engine.NewKey;
import dev.meetbot.jaxrs.Engines;
import dev.meetbot.jaxrs.dto.ApiKeyDto;
import dev.meetbot.jaxrs.dto.NewApiKeyDto;
import dev.meetbot.jaxrs.dto.Times;
import dev.meetbot.jaxrs.error.Problem;
import dev.meetbot.jaxrs.security.Authenticated;
import dev.meetbot.model.ApiKey;
import dev.meetbot.model.KeyScope;
import dev.meetbot.model.TenantId;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keys: a tenant's own for the tenant, all of them for the operator. */
@Path("api/v1/keys")
@Authenticated({KeyScope.LIVE, KeyScope.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public final class KeysResource {
  private static final int DAY = 86_400;

  /** The key that the request came with, for programs that know the key and not its id. */
  private static final String OWN = "me";

  private final Accounts accounts;
  private final SecurityContext security;

  /** Made by JAX-RS for each request. */
  public KeysResource(
      @Context Application application,
      @Context ServletContext context,
      @Context SecurityContext security) {
    this.accounts = Engines.of(application, context).accounts();
    this.security = security;
  }

  /** 201 with a new key, which is shown only now. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(InputStream body, @Context HttpHeaders headers, @Context UriInfo uris)
      throws IOException {
    List<Issue> issues = new ArrayList<>();
    JsonFields fields = new JsonFields(RequestBody.object(body, headers.getLength()), issues);
    String name = fields.text("name", "");
    KeyScope scope =
        fields.parsed(
            "scope",
            text -> KeyScope.find(text).orElse(null),
            "one of live, test, intake, worker, admin, scrape");
    Instant expiresAt =
        fields.parsed(
            "expiresAt",
            text -> Times.read(text).orElse(null),
            "a date and time with offset, such as 2027-05-15T14:00:00Z");
    String tenantId = fields.text("tenantId");
    if (scope == null && issues.isEmpty()) {
      issues.add(new Issue(List.of("scope"), "required", "scope is required"));
    }
    if (scope == null || !issues.isEmpty()) {
      throw new InvalidJobException(issues);
    }
    if (caller().scope() != KeyScope.OPERATOR && !scope.ofTenant()) {
      String message = "only the operator makes keys of scope " + scope.wireName();
      throw Problem.of(403, "forbidden", message).exception();
    }
    return made(accounts.createKey(owner(tenantId), scope, name, expiresAt), uris);
  }

  /** All keys of the tenant; for the operator those of a tenant, or of none. */
  @GET
  public ApiKeyDto.Many list(@QueryParam("tenantId") @Nullable String tenantId) {
    return ApiKeyDto.Many.from(accounts.keys(owner(tenantId)));
  }

  /** One key. */
  @GET
  @Path("{id}")
  public ApiKeyDto find(@PathParam("id") String id) {
    return ApiKeyDto.from(require(id));
  }

  /** Revokes a key from the next request on: 204, also when it is revoked already. */
  @DELETE
  @Path("{id}")
  public void revoke(@PathParam("id") String id) {
    accounts.revoke(require(id));
  }

  /** 201 with a key in place of that one, which goes on for a while. */
  @POST
  @Path("{id}/rotate")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response rotate(
      @PathParam("id") String id,
      InputStream body,
      @Context HttpHeaders headers,
      @Context UriInfo uris)
      throws IOException {
    List<Issue> issues = new ArrayList<>();
    JsonFields fields =
        new JsonFields(RequestBody.objectOrNothing(body, headers.getLength()), issues);
    int overlap = fields.integer("overlapSeconds", DAY, 0, 7 * DAY);
    if (!issues.isEmpty()) {
      throw new InvalidJobException(issues);
    }
    return made(accounts.rotate(require(id), Duration.ofSeconds(overlap)), uris);
  }

  /** Known after the resource was made. */
  private Caller caller() {
    return callerOf(security);
  }

  private static Response made(NewKey key, UriInfo uris) {
    return Response.created(
            uris.getBaseUriBuilder().path(KeysResource.class).path(key.key().id()).build())
        .entity(NewApiKeyDto.from(key))
        .build();
  }

  /** The tenant's own; what the operator asks for, also none. */
  private @Nullable TenantId owner(@Nullable String asked) {
    if (asked == null) {
      return caller().tenant();
    }
    TenantId tenant = TenantIds.require(asked);
    boolean known =
        caller().scope() == KeyScope.OPERATOR
            ? accounts.tenant(tenant).isPresent()
            : tenant.equals(caller().tenant());
    if (!known) {
      throw TenantIds.notFound();
    }
    return tenant;
  }

  private ApiKey require(String asked) {
    String id = asked.equals(OWN) ? caller().keyId() : asked;
    Optional<ApiKey> key =
        caller().scope() == KeyScope.OPERATOR
            ? accounts.findKey(id)
            : accounts.findKey(caller().requireTenant(), id);
    return key.orElseThrow(() -> Problem.notFound("there is no such key").exception());
  }
}
