package dev.meetbot.jaxrs.security;

import dev.meetbot.engine.Caller;
import dev.meetbot.engine.MeetbotEngine;
import dev.meetbot.engine.RateState;
import dev.meetbot.jaxrs.Engines;
import dev.meetbot.jaxrs.error.Problem;
import jakarta.annotation.Priority;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * Finds out who asks and takes the request off that caller's allowance, before anything else, so
 * that requests for what is not there count too. A wrong key costs ten requests of its address;
 * whoever has a valid one is not held up by what others at the same address do.
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public final class CallerFilter implements ContainerRequestFilter {
  /** What a wrong guess costs on top of the request itself. */
  static final int GUESS = 9;

  private static final String CALLER = "dev.meetbot.caller";
  private static final String STATE = "dev.meetbot.rateState";

  private final Application application;
  private final ServletContext context;
  private final HttpServletRequest servletRequest;

  /** Made once by JAX-RS. */
  public CallerFilter(
      @Context Application application,
      @Context ServletContext context,
      @Context HttpServletRequest servletRequest) {
    this.application = application;
    this.context = context;
    this.servletRequest = servletRequest;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    if (Paths.ofRoom(path)) {
      return;
    }
    try {
      receive(request, path);
    } catch (RuntimeException e) {
      // what a filter throws, no mapper is sure to see
      request.abortWith(Problem.internal(e).response().build());
    }
  }

  private void receive(ContainerRequestContext request, String path) {
    MeetbotEngine engine = Engines.of(application, context);
    String address = servletRequest.getRemoteAddr();
    if (!Paths.limited(path)) {
      note(request, engine.rateLimits().look(address));
      return;
    }
    Optional<String> key = BearerFilter.key(request.getHeaderString(HttpHeaders.AUTHORIZATION));
    Optional<Caller> caller = key.flatMap(engine::authenticate);
    caller.ifPresent(known -> request.setProperty(CALLER, known));
    RateState state =
        caller.isPresent()
            ? engine.rateLimits().spend(caller.get())
            : engine.rateLimits().spend(address);
    boolean wrong = key.isPresent() && caller.isEmpty();
    note(request, wrong && state.allowed() ? charged(engine, address) : state);
    if (!state.allowed()) {
      request.abortWith(tooMany(state));
    }
  }

  private static RateState charged(MeetbotEngine engine, String address) {
    return engine.rateLimits().charge(address, GUESS);
  }

  private static Response tooMany(RateState state) {
    return Problem.of(429, "rate_limited", "too many requests; see Retry-After")
        .response()
        .header(HttpHeaders.RETRY_AFTER, Math.max(1, state.retryAfterSeconds()))
        .build();
  }

  /** Who asks; empty without a valid key. */
  static Optional<Caller> callerOf(ContainerRequestContext request) {
    return Optional.ofNullable((Caller) request.getProperty(CALLER));
  }

  /** What is left of the caller's allowance; empty where none is kept. */
  static Optional<RateState> stateOf(ContainerRequestContext request) {
    return Optional.ofNullable((RateState) request.getProperty(STATE));
  }

  static void note(ContainerRequestContext request, RateState state) {
    request.setProperty(STATE, state);
  }
}
