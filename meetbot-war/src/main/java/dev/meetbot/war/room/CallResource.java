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

/** What everybody in the call may do. */
@Path("room/{name}/api")
public final class CallResource {
  private final Exchange exchange;

  /** Made by JAX-RS for each request. */
  public CallResource(@Context ServletContext context) {
    exchange = new Exchange(context);
  }

  /** Passes on a session description or a candidate. */
  @POST
  @Path("signal")
  public Response signal(
      @PathParam("name") String name,
      @HeaderParam("Authorization") @Nullable String authorization,
      InputStream body) {
    Requests.Signal signal = exchange.read(body, Requests.Signal.class);
    exchange.room(name).signal(Exchange.token(authorization), signal);
    return Exchange.done();
  }

  /** Tells what the sender sends and whether it speaks. */
  @POST
  @Path("state")
  public Response state(
      @PathParam("name") String name,
      @HeaderParam("Authorization") @Nullable String authorization,
      InputStream body) {
    Media media = exchange.read(body, Media.class);
    exchange.room(name).media(Exchange.token(authorization), media);
    return Exchange.done();
  }

  /** Writes to all. */
  @POST
  @Path("chat")
  public Response chat(
      @PathParam("name") String name,
      @HeaderParam("Authorization") @Nullable String authorization,
      InputStream body) {
    Requests.Chat chat = exchange.read(body, Requests.Chat.class);
    exchange.room(name).chat(Exchange.token(authorization), chat);
    return Exchange.done();
  }

  /** Shows what the sender says. */
  @POST
  @Path("caption")
  public Response caption(
      @PathParam("name") String name,
      @HeaderParam("Authorization") @Nullable String authorization,
      InputStream body) {
    Requests.Caption caption = exchange.read(body, Requests.Caption.class);
    exchange.room(name).caption(Exchange.token(authorization), caption);
    return Exchange.done();
  }

  /** Says to all that the sender begins or stops to record. */
  @POST
  @Path("recording")
  public Response recording(
      @PathParam("name") String name,
      @HeaderParam("Authorization") @Nullable String authorization,
      InputStream body) {
    boolean on = exchange.read(body, Requests.Recording.class).on();
    exchange.room(name).recording(Exchange.token(authorization), on);
    return Exchange.done();
  }

  /** A bot asks the host for permission to record; the answer comes as an event. */
  @POST
  @Path("recording-permission/ask")
  public Response ask(
      @PathParam("name") String name,
      @HeaderParam("Authorization") @Nullable String authorization,
      InputStream body) {
    Requests.Ask ask = exchange.read(body, Requests.Ask.class);
    return exchange.json(exchange.room(name).askPermission(Exchange.token(authorization), ask));
  }
}
