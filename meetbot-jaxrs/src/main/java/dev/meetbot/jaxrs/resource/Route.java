package dev.meetbot.jaxrs.resource;

import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedElement;
import org.jspecify.annotations.Nullable;

/** The template of the path that a request matched. Pure. */
final class Route {
  /** Of requests that matched nothing. */
  static final String NONE = "none";

  private Route() {}

  /** For example {@code /api/v1/jobs/{id}}; names without their patterns. */
  static String of(@Nullable AnnotatedElement resource, @Nullable AnnotatedElement method) {
    if (resource == null || method == null) {
      return NONE;
    }
    String joined = "/" + path(resource) + "/" + path(method);
    String bare = joined.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}").replaceAll("/+", "/");
    return bare.length() > 1 && bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
  }

  private static String path(AnnotatedElement element) {
    Path path = element.getAnnotation(Path.class);
    return path == null ? "" : path.value();
  }
}
