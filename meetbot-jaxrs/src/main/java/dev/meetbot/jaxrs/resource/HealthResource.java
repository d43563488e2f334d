package dev.meetbot.jaxrs.resource;

import dev.meetbot.engine.Readiness;
import dev.meetbot.jaxrs.Engines;
import dev.meetbot.jaxrs.dto.HealthDto;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * The probes, open to everybody. Not final, nor are the other resources without a constructor of
 * their own: a server with CDI makes these beans, and puts a proxy before each.
 */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {
  /** Whether the process answers at all; asks nothing else. */
  @GET
  @Path("healthz")
  public HealthDto.Alive alive() {
    return new HealthDto.Alive("ok");
  }

  /**
   * Whether bots can be sent: 200, or 503 with the part that is missing; the operator's host view
   * says more.
   */
  @GET
  @Path("readyz")
  public Response ready(@Context Application application, @Context ServletContext context) {
    Readiness now = Engines.of(application, context).readiness();
    return Response.status(now.ready() ? 200 : 503).entity(HealthDto.Ready.publicly(now)).build();
  }
}
