package dev.meetbot.war.room;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Refusals as JSON: a stable code and a sentence. */
public final class RoomErrors implements ExceptionMapper<RoomException> {
  private final ServletContext context;

  /** Made once by JAX-RS. */
  public RoomErrors(@Context ServletContext context) {
    this.context = context;
  }

  @Override
  public Response toResponse(RoomException e) {
    return Response.status(e.status())
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(RoomServer.of(context).jsonb().toJson(new Views.Problem(e.error(), e.getMessage())))
        .build();
  }
}
