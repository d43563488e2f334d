package dev.meetbot.jaxrs.resource;

import static dev.meetbot.jaxrs.security.CallerSecurity.tenantOf;

import dev.meetbot.engine.CalendarIntake;
import dev.meetbot.jaxrs.Engines;
import dev.meetbot.jaxrs.dto.IntakeDto;
import dev.meetbot.jaxrs.security.Authenticated;
import dev.meetbot.model.KeyScope;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** Calendar invites, as fields or as they are in the mail. */
@Path("api/v1/intake/calendar-invite")
@Authenticated(KeyScope.INTAKE)
@Produces(MediaType.APPLICATION_JSON)
public final class IntakeResource {
  private final CalendarIntake intake;

  /** Made by JAX-RS for each request. */
  public IntakeResource(@Context Application application, @Context ServletContext context) {
    this.intake = Engines.of(application, context).calendarIntake();
  }

  /** 202 with what came of it, also when nothing did. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response fields(
      InputStream body, @Context HttpHeaders headers, @Context SecurityContext security)
      throws IOException {
    var invite = CalendarInviteReader.read(RequestBody.object(body, headers.getLength()));
    return accepted(IntakeDto.from(intake.receive(tenantOf(security), invite)));
  }

  /** The same for a calendar (RFC 5545). */
  @POST
  @Consumes("text/calendar")
  public Response calendar(
      InputStream body, @Context HttpHeaders headers, @Context SecurityContext security)
      throws IOException {
    byte[] calendar = RequestBody.bytes(body, headers.getLength());
    Charset charset = charset(headers.getMediaType().getParameters().get("charset"));
    return accepted(IntakeDto.from(intake.receive(tenantOf(security), calendar, charset)));
  }

  private static Response accepted(IntakeDto answer) {
    return Response.accepted(answer).build();
  }

  /** Null for none, and for one that nobody knows. */
  private static @Nullable Charset charset(@Nullable String name) {
    try {
      return name == null ? null : Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
