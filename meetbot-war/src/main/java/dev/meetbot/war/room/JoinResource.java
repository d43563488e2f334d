package dev.meetbot.war.room;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Coming, being told, and going. */
@Path("room/{name}/api")
public final class JoinResource {
  private final Exchange exchange;

  /** Made by JAX-RS for each request. */
  public JoinResource(@Context ServletContext context) {
    exchange = new Exchange(context);
  }

  /** Whether the meeting goes on and a host is there. */
  @GET
  @Path("info")
  public Response info(@PathParam("name") String name) {
    return exchange.json(exchange.server().rooms().info(name));
  }

  /** Joins or asks to join. */
  @POST
  @Path("join")
  public Response join(@PathParam("name") String name, InputStream body) {
    Requests.Join request = exchange.read(body, Requests.Join.class);
    return exchange.json(exchange.server().rooms().join(name, request));
  }

  /** The participant's events, each with its number, until it is out of the meeting. */
  @GET
  @Path("events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void events(
      @PathParam("name") String name,
      @HeaderParam("Authorization") @Nullable String authorization,
      @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
      @Context SseEventSink sink,
      @Context Sse sse) {
    Room room = exchange.room(name);
    EventPump pump = new EventPump(exchange.server(), room, sse, sink);
    pump.start(room.connect(Exchange.token(authorization), pump, number(lastEventId)));
  }

  private static @Nullable Long number(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return Long.valueOf(text.strip());
    } catch (NumberFormatException e) {
      throw RoomException.invalid("Last-Event-ID must be a number.");
    }
  }

  /** The page is closed or reloaded: its place is kept for some seconds. */
  @POST
  @Path("away")
  public Response away(
      @PathParam("name") String name,
      @HeaderParam("Authorization") @Nullable String authorization,
      InputStream body) {
    int generation = exchange.read(body, Requests.Away.class).generation();
    exchange.room(name).away(Exchange.token(authorization), generation);
    return Exchange.done();
  }

  /** Leaves for good. */
  @POST
  @Path("leave")
  public Response leave(
      @PathParam("name") String name,
      @HeaderParam("Authorization") @Nullable String authorization) {
    exchange.room(name).leave(Exchange.token(authorization));
    return Exchange.done();
  }
}
