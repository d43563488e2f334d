package dev.meetbot.sdk;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The files in docs/contract/vectors. */
final class Vectors {
  private static final Path FOLDER = Path.of("..", "docs", "contract", "vectors");
  private static final Jsonb JSONB = JsonbBuilder.create(new JsonbConfig().withNullValues(true));

  private Vectors() {}

  /** A test for each element, which may have these fields and no others. */
  static Stream<DynamicTest> tests(
      String file, Set<String> fields, Consumer<Map<String, Object>> test) throws IOException {
    return all(file).stream()
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    (String) vector.get("name"),
                    () -> {
                      if (!fields.containsAll(vector.keySet())) {
                        throw new AssertionError("a field that nobody tests: " + vector.keySet());
                      }
                      test.accept(vector);
                    }));
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> all(String file) throws IOException {
    List<Map<String, Object>> all =
        JSONB.fromJson(Files.readString(FOLDER.resolve(file)), List.class);
    if (all.isEmpty()) {
      throw new AssertionError("no vectors in " + file);
    }
    return all;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  static List<Object> list(Object value) {
    return (List<Object>) value;
  }

  static int number(Object value) {
    return ((BigDecimal) value).intValueExact();
  }

  static Object json(String text) {
    return JSONB.fromJson(text, Object.class);
  }

  /** A body as it goes over the wire: text as it is, everything else as JSON. */
  static String text(Object body) {
    return body == null ? "" : body instanceof String text ? text : JSONB.toJson(body);
  }
}
