package dev.meetbot.jaxrs.security;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;

/** What browsers and caches may make of an answer. */
public final class HeadersFilter implements ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.putSingle("X-Content-Type-Options", "nosniff");
    if (request.getUriInfo().getPath().startsWith("api/")) {
      headers.putIfAbsent("Cache-Control", List.of("no-store"));
      // opened in a browser, nothing that the API serves may run a script or be framed
      headers.putIfAbsent("Content-Security-Policy", List.of("sandbox; frame-ancestors 'none'"));
    }
  }
}
