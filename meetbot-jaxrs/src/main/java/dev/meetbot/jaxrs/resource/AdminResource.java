package dev.meetbot.jaxrs.resource;

import dev.meetbot.engine.MeetbotEngine;
import dev.meetbot.engine.Metrics;
import dev.meetbot.jaxrs.Engines;
import dev.meetbot.jaxrs.dto.HostDto;
import dev.meetbot.jaxrs.security.Authenticated;
import dev.meetbot.model.KeyScope;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** How the server is, for its operator and for monitoring. */
public final class AdminResource {
  private AdminResource() {}

  /** The machine, the bots and what waits. */
  @Path("api/v1/admin/host")
  @Authenticated(KeyScope.OPERATOR)
  @Produces(MediaType.APPLICATION_JSON)
  public static final class Host {
    private final MeetbotEngine engine;

    /** Made by JAX-RS for each request. */
    public Host(@Context Application application, @Context ServletContext context) {
      this.engine = Engines.of(application, context);
    }

    /** Figures of this moment. */
    @GET
    public HostDto look() {
      return HostDto.from(engine.hostView());
    }
  }

  /** The same for Prometheus. */
  @Path("metrics")
  @Authenticated({KeyScope.OPERATOR, KeyScope.SCRAPE})
  public static final class Scrape {
    private final MeetbotEngine engine;

    /** Made by JAX-RS for each request. */
    public Scrape(@Context Application application, @Context ServletContext context) {
      this.engine = Engines.of(application, context);
    }

    /** All metrics; the format does not depend on {@code Accept}. */
    @GET
    public Response metrics() {
      return Response.ok(engine.metrics().text(), MediaType.valueOf(Metrics.MEDIA_TYPE))
          .header("Cache-Control", "no-store")
          .build();
    }
  }
}
