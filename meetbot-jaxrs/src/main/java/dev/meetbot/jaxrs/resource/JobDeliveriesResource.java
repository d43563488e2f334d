package dev.meetbot.jaxrs.resource;

import static dev.meetbot.jaxrs.security.CallerSecurity.tenantOf;

import dev.meetbot.engine.Deliveries;
import dev.meetbot.jaxrs.Engines;
import dev.meetbot.jaxrs.dto.DeliveryDto;
import dev.meetbot.jaxrs.dto.DeliveryListDto;
import dev.meetbot.jaxrs.security.Authenticated;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

// The same path as JobsResource, for the reason that ArtifactsResource tells.
/** What was sent of a job. */
@Path("api/v1/jobs")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public final class JobDeliveriesResource {
  private final Deliveries deliveries;

  /** Made by JAX-RS for each request. */
  public JobDeliveriesResource(@Context Application application, @Context ServletContext context) {
    this.deliveries = Engines.of(application, context).deliveries();
  }

  /** The job's deliveries with their attempts; 404 when the tenant has no such job. */
  @GET
  @Path("{id}/deliveries")
  public DeliveryListDto list(@PathParam("id") String id, @Context SecurityContext security) {
    return new DeliveryListDto(
        deliveries.list(tenantOf(security), JobIds.require(id)).stream()
            .map(DeliveryDto::from)
            .toList());
  }
}
