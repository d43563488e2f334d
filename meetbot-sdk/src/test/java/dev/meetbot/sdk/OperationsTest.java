package dev.meetbot.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The SDK calls every operation of the API's document, but for those that are left out on purpose.
 */
class OperationsTest {
  private static final Path DOCUMENT =
      Path.of("..", "meetbot-jaxrs/src/main/resources/dev/meetbot/jaxrs/openapi/openapi.json");
  private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "delete");

  private static final Set<String> all = new TreeSet<>();
  private static final Set<String> called = new TreeSet<>();
  private static final Set<String> notCalled = new TreeSet<>();

  @BeforeAll
  static void read() throws IOException {
    List<Map<String, Object>> requests =
        Vectors.all("requests.json").stream()
            .map(vector -> Vectors.map(vector.get("request")))
            .toList();
    Map<String, Object> document = Vectors.map(Vectors.json(Files.readString(DOCUMENT)));
    Vectors.map(document.get("paths"))
        .forEach(
            (path, methods) ->
                Vectors.map(methods).entrySet().stream()
                    .filter(method -> METHODS.contains(method.getKey()))
                    .forEach(method -> sort(path, method, requests)));
    notCalled.addAll(
        Vectors.all("not-called.json").stream()
            .map(operation -> (String) operation.get("name"))
            .collect(Collectors.toSet()));
  }

  private static void sort(
      String path, Map.Entry<String, Object> method, List<Map<String, Object>> requests) {
    String id = (String) Vectors.map(method.getValue()).get("operationId");
    all.add(id);
    String verb = method.getKey().toUpperCase(Locale.ROOT);
    String pattern = path.replace("{name}", ".+").replaceAll("\\{[a-zA-Z]+}", "[^/]+");
    if (requests.stream()
        .anyMatch(
            request ->
                request.get("method").equals(verb)
                    && ((String) request.get("path")).matches(pattern))) {
      called.add(id);
    }
  }

  @Test
  void every_operation_is_called_or_left_out_on_purpose() {
    Set<String> forgotten = new TreeSet<>(all);
    forgotten.removeAll(called);
    forgotten.removeAll(notCalled);
    assertThat(all).hasSizeGreaterThan(50);
    assertThat(forgotten).isEmpty();
  }

  @Test
  void what_is_left_out_exists_and_is_not_called() {
    assertThat(all).containsAll(notCalled);
    assertThat(notCalled).doesNotContainAnyElementsOf(called);
  }
}
