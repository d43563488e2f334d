package dev.meetbot.contract;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** An OpenAPI 3.1 document and its operations. */
public final class OpenApi {
  private static final Set<String> METHODS =
      Set.of("get", "head", "post", "put", "patch", "delete", "options", "trace");

  private final JsonObject root;
  private final List<Operation> operations;

  public OpenApi(JsonObject root) {
    this.root = root;
    this.operations = operations(root);
  }

  /** The document in a JSON text. */
  public static OpenApi ofJson(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return new OpenApi(reader.readObject());
    }
  }

  private static List<Operation> operations(JsonObject root) {
    List<Operation> found = new ArrayList<>();
    root.getJsonObject("paths")
        .forEach(
            (template, item) ->
                item.asJsonObject()
                    .forEach(
                        (method, operation) -> {
                          if (METHODS.contains(method)) {
                            found.add(
                                new Operation(
                                    method.toUpperCase(Locale.ROOT),
                                    template,
                                    operation.asJsonObject()));
                          }
                        }));
    return List.copyOf(found);
  }

  public JsonObject root() {
    return root;
  }

  /** All of them, in the document's order. */
  public List<Operation> operations() {
    return operations;
  }

  /** Whether any operation has this path, whatever its method. */
  public boolean knows(String path) {
    return operations.stream().anyMatch(o -> o.matches(path));
  }

  /**
   * The operation that a request asks for. HEAD is answered by GET where there is none of its own,
   * as HTTP says.
   *
   * @param path without the server's base, beginning with a slash
   */
  public Optional<Operation> find(String method, String path) {
    Optional<Operation> found =
        operations.stream()
            .filter(o -> o.method().equals(method) && o.matches(path))
            .max(Comparator.comparingInt(Operation::literals));
    return found.isEmpty() && method.equals("HEAD") ? find("GET", path) : found;
  }

  /** The object itself, or what its {@code $ref} within the document names. */
  public JsonObject resolve(JsonObject object) {
    JsonObject current = object;
    while (current.containsKey("$ref")) {
      current = at(current.getString("$ref")).asJsonObject();
    }
    return current;
  }

  /** What stands at a reference such as {@code #/components/schemas/Job}. */
  public JsonValue at(String reference) {
    if (!reference.startsWith("#/")) {
      throw new IllegalArgumentException("not within the document: " + reference);
    }
    return root.getValue(reference.substring(1));
  }
}
