package dev.meetbot.war.room;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** What only a host may do. */
@Path("room/{name}/api")
public final class HostResource {
  private final Exchange exchange;

  /** Made by JAX-RS for each request. */
  public HostResource(@Context ServletContext context) {
    exchange = new Exchange(context);
  }

  /** Lets somebody in from the waiting room. */
  @POST
  @Path("admit")
  public Response admit(
      @PathParam("name") String name,
      @HeaderParam("Authorization") @Nullable String authorization,
      InputStream body) {
    exchange.room(name).admit(Exchange.token(authorization), target(body));
    return Exchange.done();
  }

  /** Turns somebody away from the waiting room. */
  @POST
  @Path("deny")
  public Response deny(
      @PathParam("name") String name,
      @HeaderParam("Authorization") @Nullable String authorization,
      InputStream body) {
    exchange.room(name).deny(Exchange.token(authorization), target(body));
    return Exchange.done();
  }

  /** Removes a participant from the call. */
  @POST
  @Path("remove")
  public Response remove(
      @PathParam("name") String name,
      @HeaderParam("Authorization") @Nullable String authorization,
      InputStream body) {
    exchange.room(name).remove(Exchange.token(authorization), target(body));
    return Exchange.done();
  }

  /** Ends the meeting for all. */
  @POST
  @Path("end")
  public Response end(
      @PathParam("name") String name,
      @HeaderParam("Authorization") @Nullable String authorization) {
    exchange.room(name).end(Exchange.token(authorization));
    return Exchange.done();
  }

  /** Answers a bot's question, or changes the answer: takes it back, gives it again. */
  @POST
  @Path("recording-permission/answer")
  public Response answer(
      @PathParam("name") String name,
      @HeaderParam("Authorization") @Nullable String authorization,
      InputStream body) {
    boolean granted = exchange.read(body, Requests.Answer.class).granted();
    exchange.room(name).answerPermission(Exchange.token(authorization), granted);
    return Exchange.done();
  }

  private @Nullable String target(InputStream body) {
    return exchange.read(body, Requests.Target.class).participantId();
  }
}
