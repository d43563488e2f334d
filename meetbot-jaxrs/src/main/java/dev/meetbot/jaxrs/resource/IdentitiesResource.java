package dev.meetbot.jaxrs.resource;

import dev.meetbot.engine.Identities;
import dev.meetbot.engine.InvalidJobException;
import dev.meetbot.engine.Issue;
import dev.meetbot.jaxrs.Engines;
import dev.meetbot.jaxrs.dto.IdentityDto;
import dev.meetbot.jaxrs.error.Problem;
import dev.meetbot.jaxrs.security.Authenticated;
import dev.meetbot.model.KeyScope;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Signed-in accounts for bots, for the operator. What makes them signed in only goes in. */
@Path("api/v1/admin/identities")
@Authenticated(KeyScope.OPERATOR)
@Produces(MediaType.APPLICATION_JSON)
public final class IdentitiesResource {
  private final Identities identities;

  /** Made by JAX-RS for each request. */
  public IdentitiesResource(@Context Application application, @Context ServletContext context) {
    this.identities = Engines.of(application, context).identities();
  }

  /** All of them, by name. */
  @GET
  public IdentityDto.ListDto list() {
    return new IdentityDto.ListDto(identities.list().stream().map(IdentityDto::from).toList());
  }

  /** Stores one, or its state anew. */
  @PUT
  @Path("{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  public IdentityDto store(
      @PathParam("name") String name, InputStream body, @Context HttpHeaders headers)
      throws IOException {
    List<Issue> issues = new ArrayList<>();
    JsonFields fields = new JsonFields(RequestBody.object(body, headers.getLength()), issues);
    String platform = fields.text("platform", "");
    String state = fields.json("state", "");
    if (!issues.isEmpty()) {
      throw new InvalidJobException(issues);
    }
    return IdentityDto.from(identities.store(name, platform, state));
  }

  /** Forgets one: 204. */
  @DELETE
  @Path("{name}")
  public void delete(@PathParam("name") String name) {
    if (!identities.delete(name)) {
      throw Problem.of(404, "not_found", "there is no identity of that name").exception();
    }
  }
}
