package dev.meetbot.war.api;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** {@code access-table.txt}, and the routes that the code has. */
final class AccessTable {
  static final List<String> KEYS =
      List.of(
          "none", "wrong", "revoked", "expired", "test", "live", "other", "intake", "worker",
          "admin", "scrape");

  /** One line of the table. */
  record Row(String method, String path, String body, List<String> statuses) {
    static Row parse(String line) {
      String[] cells = line.split(" \\| ");
      String[] request = cells[0].strip().split(" ");
      return new Row(
          request[0], request[1], cells[1].strip(), List.of(cells[2].strip().split(" +")));
    }

    String route() {
      return method + " " + plain(path.replaceFirst("\\?.*", ""));
    }
  }

  private AccessTable() {}

  static List<Row> rows() {
    try (InputStream in = AccessTable.class.getResourceAsStream("/access-table.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Row::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every method and path that these classes answer. */
  static Set<String> routes(Collection<Class<?>> classes) {
    Set<String> routes = new TreeSet<>();
    for (Class<?> type : classes) {
      Path ofClass = type.getAnnotation(Path.class);
      if (ofClass != null) {
        Arrays.stream(type.getDeclaredMethods())
            .forEach(method -> add(routes, ofClass.value(), method));
      }
    }
    return routes;
  }

  private static void add(Set<String> routes, String base, Method method) {
    Path ofMethod = method.getAnnotation(Path.class);
    String path = ofMethod == null ? base : base + "/" + ofMethod.value();
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (http != null) {
        routes.add(http.value() + " " + plain(path));
      }
    }
  }

  /** Without names in braces and without slashes at the ends. */
  private static String plain(String path) {
    return path.replaceAll("\\{[^{}]*(\\{[^{}]*}[^{}]*)*}", "{}")
        .replaceAll("/+", "/")
        .replaceAll("^/|/$", "");
  }
}
