package dev.meetbot.jaxrs.resource;

import static dev.meetbot.jaxrs.security.CallerSecurity.tenantOf;

import dev.meetbot.engine.Compositions;
import dev.meetbot.jaxrs.Engines;
import dev.meetbot.jaxrs.dto.CompositionDto;
import dev.meetbot.jaxrs.security.Authenticated;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;

// The same path as JobsResource, for the reason that ArtifactsResource tells.
/** Further views of a finished recording. */
@Path("api/v1/jobs")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class CompositionsResource {
  private final Compositions compositions;

  /** Made by JAX-RS for each request. */
  public CompositionsResource(@Context Application application, @Context ServletContext context) {
    this.compositions = Engines.of(application, context).compositions();
  }

  /** Asks for a view: 202 with how it stands; 409 when there is nothing to make it of. */
  @POST
  @Path("{id}/compositions")
  public Response compose(
      @PathParam("id") String id,
      InputStream body,
      @Context HttpHeaders headers,
      @Context SecurityContext security)
      throws IOException {
    CompositionBody view = CompositionBody.read(body, headers.getLength());
    return Response.accepted(
            CompositionDto.from(
                compositions.request(
                    tenantOf(security),
                    JobIds.require(id),
                    view.layout(),
                    view.width(),
                    view.height())))
        .build();
  }
}
