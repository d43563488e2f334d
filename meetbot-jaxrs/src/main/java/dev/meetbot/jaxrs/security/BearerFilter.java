package dev.meetbot.jaxrs.security;

import dev.meetbot.engine.Caller;
import dev.meetbot.jaxrs.error.Problem;
import dev.meetbot.model.KeyScope;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets only requests with a valid key of the right scope through (RFC 6750, section 2.1): without
 * one 401, with one of another scope 403. Who asks was found out by {@link CallerFilter}. Keys are
 * never logged.
 */
@Authenticated
@Priority(Priorities.AUTHORIZATION)
public final class BearerFilter implements ContainerRequestFilter {
  private static final String SCHEME = "bearer ";

  private final ResourceInfo resource;

  /** Made once by JAX-RS. */
  public BearerFilter(@Context ResourceInfo resource) {
    this.resource = resource;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Optional<Caller> caller = CallerFilter.callerOf(request);
    if (caller.isEmpty()) {
      String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
      request.abortWith(refusal(key(header).isPresent()));
      return;
    }
    if (!scopes().contains(caller.get().scope())) {
      request.abortWith(wrongScope(caller.get().scope()));
      return;
    }
    SecurityContext before = request.getSecurityContext();
    boolean secure = before != null && before.isSecure();
    request.setSecurityContext(new CallerSecurity(caller.get(), secure));
  }

  private List<KeyScope> scopes() {
    Authenticated ofMethod = resource.getResourceMethod().getAnnotation(Authenticated.class);
    Authenticated ofClass = resource.getResourceClass().getAnnotation(Authenticated.class);
    return List.of((ofMethod == null ? ofClass : ofMethod).value());
  }

  private static Response wrongScope(KeyScope scope) {
    String message = "a key of scope " + scope.wireName() + " does not open this";
    return Problem.of(403, "forbidden", message).response().build();
  }

  /** The key in the header; empty when there is none. */
  static Optional<String> key(@Nullable String header) {
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    return Optional.of(header.substring(SCHEME.length()).strip()).filter(key -> !key.isEmpty());
  }

  private static Response refusal(boolean keyGiven) {
    String challenge = "Bearer realm=\"meetbot\"" + (keyGiven ? ", error=\"invalid_token\"" : "");
    String message =
        keyGiven
            ? "the API key is not valid"
            : "send an API key: Authorization: Bearer mb_live_...";
    return Problem.of(401, "unauthorized", message)
        .response()
        .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
        .build();
  }
}
