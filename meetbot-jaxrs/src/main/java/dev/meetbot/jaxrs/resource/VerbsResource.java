package dev.meetbot.jaxrs.resource;

import static dev.meetbot.jaxrs.security.CallerSecurity.tenantOf;

import dev.meetbot.engine.BotVerbs;
import dev.meetbot.jaxrs.Engines;
import dev.meetbot.jaxrs.dto.VerbDto;
import dev.meetbot.jaxrs.security.Authenticated;
import dev.meetbot.model.BotVerb;
import dev.meetbot.model.JobId;
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
import org.jspecify.annotations.Nullable;

/** What a client may ask of a running bot: 202, or 409 when the job's state does not allow it. */
@Path("api/v1/jobs")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class VerbsResource {
  private final BotVerbs verbs;

  /** Made by JAX-RS for each request. */
  public VerbsResource(@Context Application application, @Context ServletContext context) {
    this.verbs = Engines.of(application, context).verbs();
  }

  /** Nothing is recorded from then on; time goes on. */
  @POST
  @Path("{id}/pause-recording")
  public Response pause(
      @PathParam("id") String id,
      InputStream body,
      @Context HttpHeaders headers,
      @Context SecurityContext security)
      throws IOException {
    return plain(BotVerb.PAUSE_RECORDING, id, body, headers, security);
  }

  /** Goes on after a pause or a stop, or begins. */
  @POST
  @Path("{id}/resume-recording")
  public Response resume(
      @PathParam("id") String id,
      InputStream body,
      @Context HttpHeaders headers,
      @Context SecurityContext security)
      throws IOException {
    return plain(BotVerb.RESUME_RECORDING, id, body, headers, security);
  }

  /** The recording is over; the bot stays. */
  @POST
  @Path("{id}/stop-recording")
  public Response stop(
      @PathParam("id") String id,
      InputStream body,
      @Context HttpHeaders headers,
      @Context SecurityContext security)
      throws IOException {
    return plain(BotVerb.STOP_RECORDING, id, body, headers, security);
  }

  /** The bot leaves, what was recorded is kept. */
  @POST
  @Path("{id}/leave-call")
  public Response leave(
      @PathParam("id") String id,
      InputStream body,
      @Context HttpHeaders headers,
      @Context SecurityContext security)
      throws IOException {
    return plain(BotVerb.LEAVE_CALL, id, body, headers, security);
  }

  /** The bot asks the host whether to record. */
  @POST
  @Path("{id}/request-recording-permission")
  public Response permission(
      @PathParam("id") String id,
      InputStream body,
      @Context HttpHeaders headers,
      @Context SecurityContext security)
      throws IOException {
    return plain(BotVerb.REQUEST_RECORDING_PERMISSION, id, body, headers, security);
  }

  /** The bot writes to everybody in the meeting's chat. */
  @POST
  @Path("{id}/send-chat-message")
  public Response chat(
      @PathParam("id") String id,
      InputStream body,
      @Context HttpHeaders headers,
      @Context SecurityContext security)
      throws IOException {
    String message = VerbBody.message(body, headers.getLength());
    return ask(BotVerb.SEND_CHAT_MESSAGE, id, message, security);
  }

  private Response plain(
      BotVerb verb, String id, InputStream body, HttpHeaders headers, SecurityContext security)
      throws IOException {
    VerbBody.nothing(body, headers.getLength());
    return ask(verb, id, null, security);
  }

  private Response ask(
      BotVerb verb, String id, @Nullable String message, SecurityContext security) {
    JobId job = JobIds.require(id);
    return Response.accepted(VerbDto.from(verbs.ask(tenantOf(security), job, verb, message)))
        .build();
  }
}
