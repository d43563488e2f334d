package dev.meetbot.war.room;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;

/** Response headers of everything below {@code room/}. */
public final class RoomHeaders implements ContainerResponseFilter {
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
              + " connect-src 'self'; media-src 'self'; base-uri 'none'; form-action 'self';"
              + " frame-ancestors 'none'",
          "Permissions-Policy",
          "camera=(self), microphone=(self), display-capture=(self), geolocation=()",
          "Referrer-Policy",
          "no-referrer",
          "X-Content-Type-Options",
          "nosniff");

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    String path = request.getUriInfo().getPath();
    if (!path.equals("room") && !path.startsWith("room/")) {
      return;
    }
    MultivaluedMap<String, Object> headers = response.getHeaders();
    HEADERS.forEach(headers::putSingle);
    headers.putIfAbsent("Cache-Control", java.util.List.of("no-store"));
  }
}
