package dev.meetbot.jaxrs.resource;

import static dev.meetbot.jaxrs.security.CallerSecurity.tenantOf;

import dev.meetbot.engine.Deliveries;
import dev.meetbot.jaxrs.Engines;
import dev.meetbot.jaxrs.dto.DeliveryDto;
import dev.meetbot.jaxrs.error.Problem;
import dev.meetbot.jaxrs.security.Authenticated;
import dev.meetbot.model.DeliveryId;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import java.util.regex.Pattern;

/** Sending a webhook again. */
@Path("api/v1/deliveries")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public final class DeliveriesResource {
  private static final Pattern ID = Pattern.compile("dlv_[0-9A-Za-z]{1,60}");

  private final Deliveries deliveries;

  /** Made by JAX-RS for each request. */
  public DeliveriesResource(@Context Application application, @Context ServletContext context) {
    this.deliveries = Engines.of(application, context).deliveries();
  }

  /** 202 with the delivery as it is then; 404 when the tenant has none of that id. */
  @POST
  @Path("{deliveryId}/redeliver")
  public Response redeliver(@PathParam("deliveryId") String id, @Context SecurityContext security) {
    Optional<DeliveryDto> again =
        ID.matcher(id).matches()
            ? deliveries.redeliver(tenantOf(security), new DeliveryId(id)).map(DeliveryDto::from)
            : Optional.empty();
    return again
        .map(delivery -> Response.accepted(delivery).build())
        .orElseThrow(() -> Problem.notFound("there is no such delivery").exception());
  }
}
