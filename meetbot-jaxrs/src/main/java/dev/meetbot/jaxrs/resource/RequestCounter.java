package dev.meetbot.jaxrs.resource;

import dev.meetbot.jaxrs.Engines;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import java.time.Duration;

/** Counts answers by route, for monitoring; a refused request counts as its route too. */
@PreMatching
public final class RequestCounter implements ContainerRequestFilter, ContainerResponseFilter {
  private static final String STARTED = "dev.meetbot.startedNanos";

  private final Application application;
  private final ServletContext context;
  private final ResourceInfo resource;

  /** Made once by JAX-RS. */
  public RequestCounter(
      @Context Application application,
      @Context ServletContext context,
      @Context ResourceInfo resource) {
    this.application = application;
    this.context = context;
    this.resource = resource;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(STARTED, System.nanoTime());
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    long now = System.nanoTime();
    long started = request.getProperty(STARTED) instanceof Long nanos ? nanos : now;
    Engines.of(application, context)
        .metrics()
        .answered(
            request.getMethod(),
            Route.of(resource.getResourceClass(), resource.getResourceMethod()),
            response.getStatus(),
            Duration.ofNanos(now - started));
  }
}
