package dev.meetbot.jaxrs.openapi;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What JAX-RS makes of one method of a resource class.
 *
 * @param path as OpenAPI writes it: a leading slash, parameters without their patterns
 * @param consumes and {@code produces}: what the annotations say, sorted
 * @param query names of the parameters that the method declares
 */
record Route(
    String method, String path, List<String> consumes, List<String> produces, Set<String> query) {

  /** All routes of these classes, sorted. */
  static List<Route> of(Set<Class<?>> classes) {
    List<Route> routes = new ArrayList<>();
    for (Class<?> type : classes) {
      if (type.isAnnotationPresent(Path.class)) {
        for (Method method : type.getDeclaredMethods()) {
          httpMethod(method).forEach(http -> routes.add(route(http, type, method)));
        }
      }
    }
    // several methods of one route differ in their media types
    Map<String, Route> merged = new TreeMap<>();
    routes.forEach(r -> merged.merge(r.toString(), r, Route::and));
    return List.copyOf(merged.values());
  }

  private Route and(Route other) {
    Set<String> names = new TreeSet<>(query);
    names.addAll(other.query);
    return new Route(
        method, path, both(consumes, other.consumes), both(produces, other.produces), names);
  }

  private static List<String> both(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().sorted().toList();
  }

  private static Stream<String> httpMethod(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(a -> a.annotationType().getAnnotation(HttpMethod.class))
        .filter(http -> http != null)
        .map(HttpMethod::value);
  }

  private static Route route(String http, Class<?> type, Method method) {
    Path sub = method.getAnnotation(Path.class);
    String path = type.getAnnotation(Path.class).value() + "/" + (sub == null ? "" : sub.value());
    Consumes consumes = method.getAnnotation(Consumes.class);
    if (consumes == null) {
      consumes = type.getAnnotation(Consumes.class);
    }
    Produces produces = method.getAnnotation(Produces.class);
    if (produces == null) {
      produces = type.getAnnotation(Produces.class);
    }
    return new Route(
        http,
        template(path),
        consumes == null ? List.of() : sorted(consumes.value()),
        produces == null ? List.of() : sorted(produces.value()),
        query(method));
  }

  private static List<String> sorted(String[] types) {
    return Arrays.stream(types).map(t -> t.split(";")[0].strip()).sorted().distinct().toList();
  }

  private static String template(String path) {
    String segments =
        Arrays.stream(path.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}").split("/"))
            .filter(s -> !s.isEmpty())
            .collect(Collectors.joining("/"));
    return "/" + segments;
  }

  private static Set<String> query(Method method) {
    Set<String> names = new TreeSet<>();
    for (Parameter parameter : method.getParameters()) {
      for (Annotation annotation : parameter.getAnnotations()) {
        if (annotation instanceof QueryParam query) {
          names.add(query.value());
        } else if (annotation instanceof CookieParam) {
          throw new AssertionError("no cookies in this API: " + method);
        }
      }
    }
    return names;
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
