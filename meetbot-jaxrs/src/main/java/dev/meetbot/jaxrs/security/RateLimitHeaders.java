package dev.meetbot.jaxrs.security;

import dev.meetbot.engine.MeetbotEngine;
import dev.meetbot.engine.RateLimits;
import dev.meetbot.engine.RateState;
import dev.meetbot.jaxrs.Engines;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;

/**
 * Tells every caller what is left of its allowance, as the IETF draft {@code RateLimit header
 * fields} (version 5 and before) names it; and charges wrong guesses of login codes.
 */
public final class RateLimitHeaders implements ContainerResponseFilter {
  private final Application application;
  private final ServletContext context;
  private final HttpServletRequest servletRequest;

  /** Made once by JAX-RS. */
  public RateLimitHeaders(
      @Context Application application,
      @Context ServletContext context,
      @Context HttpServletRequest servletRequest) {
    this.application = application;
    this.context = context;
    this.servletRequest = servletRequest;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    int status = response.getStatus();
    boolean failed = status >= 400 && status < 500 && status != 429;
    if (failed && Paths.guessable(request.getUriInfo().getPath())) {
      chargeGuess(request);
    }
    CallerFilter.stateOf(request)
        .filter(RateState::limited)
        .ifPresent(state -> write(response.getHeaders(), state));
  }

  private void chargeGuess(ContainerRequestContext request) {
    MeetbotEngine engine = Engines.of(application, context);
    RateLimits limits = engine.rateLimits();
    CallerFilter.note(
        request,
        CallerFilter.callerOf(request)
            .map(caller -> limits.charge(caller, CallerFilter.GUESS))
            .orElseGet(() -> limits.charge(servletRequest.getRemoteAddr(), CallerFilter.GUESS)));
  }

  private static void write(MultivaluedMap<String, Object> headers, RateState state) {
    headers.putSingle("RateLimit-Limit", state.limit());
    headers.putSingle("RateLimit-Remaining", state.remaining());
    headers.putSingle("RateLimit-Reset", state.resetSeconds());
  }
}
