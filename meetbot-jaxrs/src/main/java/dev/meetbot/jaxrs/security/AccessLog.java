package dev.meetbot.jaxrs.security;

import dev.meetbot.engine.Caller;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * One line per answer, with the request id and the id of the key: DEBUG, or INFO when the fault was
 * ours. No query, no header, no body: nothing secret.
 */
@PreMatching
@Priority(0)
public final class AccessLog implements ContainerRequestFilter, ContainerResponseFilter {
  private static final Logger LOG = System.getLogger(AccessLog.class.getName());
  private static final String STARTED = "dev.meetbot.startedNanos";

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(STARTED, System.nanoTime());
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Level level = response.getStatus() >= 500 ? Level.INFO : Level.DEBUG;
    if (!LOG.isLoggable(level)) {
      return;
    }
    Object started = request.getProperty(STARTED);
    long millis = started instanceof Long at ? (System.nanoTime() - at) / 1_000_000 : -1;
    // the raw path: what is encoded in it cannot break the line
    String path = Paths.loggable(request.getUriInfo().getRequestUri().getRawPath());
    String who = CallerFilter.callerOf(request).map(Caller::keyId).orElse("-");
    LOG.log(
        level,
        request.getMethod()
            + " "
            + path
            + " "
            + response.getStatus()
            + " "
            + millis
            + " ms, "
            + response.getHeaders().getFirst("X-Request-Id")
            + ", "
            + who);
  }
}
