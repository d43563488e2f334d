package dev.meetbot.contract;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds answers against the document: status, media type, headers, body. Paths that the document
 * does not know are not its business, unless they are below {@code /api/}, where only an error may
 * come from.
 */
public final class AnswerCheck {
  /** What any path may answer when a request fits no operation at all. */
  private static final Set<Integer> OUTSIDE = Set.of(400, 404, 405);

  private final OpenApi document;
  private final Schemas schemas;

  public AnswerCheck(OpenApi document) {
    this.document = document;
    this.schemas = new Schemas(document);
  }

  /** Everything that is wrong with an answer; empty when it is as the document says. */
  public List<String> faults(Answer answer) {
    Optional<Operation> operation = document.find(answer.method(), answer.path());
    if (operation.isEmpty()) {
      boolean ours = document.knows(answer.path()) || answer.path().startsWith("/api/");
      return ours ? outside(answer) : List.of();
    }
    String status = Integer.toString(answer.status());
    JsonObject documented = operation.get().json().getJsonObject("responses");
    if (!documented.containsKey(status)) {
      return List.of("status " + status + " is not documented");
    }
    String pointer = operation.get().pointer() + "/responses/" + status;
    JsonObject entry = documented.getJsonObject(status);
    if (entry.containsKey("$ref")) {
      pointer = entry.getString("$ref").substring(1);
    }
    return inside(answer, document.resolve(entry), pointer);
  }

  private List<String> outside(Answer answer) {
    if (answer.method().equals("OPTIONS") && answer.status() < 300) {
      return List.of();
    }
    if (!OUTSIDE.contains(answer.status())) {
      return List.of("no operation, and yet status " + answer.status());
    }
    boolean bodyless = answer.method().equals("HEAD");
    return bodyless ? List.of() : schemas.faults("/components/schemas/Error", answer.text());
  }

  private List<String> inside(Answer answer, JsonObject response, String pointer) {
    List<String> faults = new ArrayList<>();
    headers(answer, response.getJsonObject("headers"), faults);
    if (!answer.method().equals("HEAD")) {
      content(answer, response.getJsonObject("content"), pointer, faults);
    }
    return faults;
  }

  private void headers(Answer answer, @Nullable JsonObject headers, List<String> faults) {
    if (headers == null) {
      return;
    }
    for (String name : headers.keySet()) {
      JsonObject header = document.resolve(headers.getJsonObject(name));
      Optional<String> value = answer.header(name);
      if (value.isEmpty() && header.getBoolean("required", false)) {
        faults.add("the header " + name + " is missing");
      }
      value.ifPresent(v -> header(name, v, headers.getJsonObject(name), faults));
    }
  }

  private void header(String name, String value, JsonObject entry, List<String> faults) {
    String pointer = entry.getString("$ref", "#").substring(1) + "/schema";
    boolean number = "integer".equals(typeOf(document.resolve(entry)));
    String json =
        number && value.matches("-?\\d{1,18}") ? value : Json.createValue(value).toString();
    schemas.faults(pointer, json).forEach(f -> faults.add("header " + name + ": " + f));
  }

  private static String typeOf(JsonObject header) {
    return header.getJsonObject("schema").getString("type", "");
  }

  private void content(
      Answer answer, @Nullable JsonObject content, String pointer, List<String> faults) {
    if (content == null) {
      if (answer.body() != null && answer.body().length > 0) {
        faults.add("a body where there is none in the document");
      }
      return;
    }
    String type = answer.mediaType().orElse("");
    String range = content.containsKey(type) ? type : "*/*";
    if (!content.containsKey(range)) {
      faults.add("media type \"" + type + "\" instead of " + content.keySet());
      return;
    }
    if (answer.body() != null && type.equals("application/json")) {
      String escaped = range.replace("~", "~0").replace("/", "~1");
      String schema = pointer + "/content/" + escaped + "/schema";
      faults.addAll(schemas.faults(schema, answer.text()));
    }
  }
}
