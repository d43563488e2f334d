package dev.meetbot.contract.postman;

import dev.meetbot.contract.OpenApi;
import dev.meetbot.contract.Operation;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One operation as a request with its tests. */
final class PostmanRequest {
  /** What the examples name, and the variable that has the real one. */
  private static final Map<String, String> EXAMPLES =
      Map.of(
          "http://localhost:8080", "{{baseUrl}}",
          "standup-2026-11-22", "postman-{{$guid}}",
          "6f1c0d3e@calendar", "{{$guid}}@calendar",
          "2026-11-23T09:00:00Z", "{{joinAt}}",
          "2026-11-23T09:15:00Z", "{{endAt}}",
          "019e2f0a-7c4e-7d11-b2cb-9d6e0c5e1234", "{{jobId}}",
          "BCDF-GHJK", "{{userCode}}");

  private final OpenApi document;
  private final Operation operation;

  PostmanRequest(OpenApi document, Operation operation) {
    this.document = document;
    this.operation = operation;
  }

  JsonObject item() {
    JsonObjectBuilder request =
        Json.createObjectBuilder()
            .add("method", operation.method())
            .add("description", description())
            .add("auth", auth())
            .add("header", headers())
            .add("url", url());
    body(request);
    return Json.createObjectBuilder()
        .add("name", operation.json().getString("summary"))
        .add("request", request)
        .add("event", Json.createArrayBuilder().add(PostmanScripts.after(document, operation)))
        .add("response", JsonValue.EMPTY_JSON_ARRAY)
        .build();
  }

  private String description() {
    return operation + "\n\n" + operation.json().getString("description", "");
  }

  /** Authentication by the key in a variable. */
  static JsonObject bearer(String variable) {
    JsonObject token =
        Json.createObjectBuilder()
            .add("key", "token")
            .add("value", "{{" + variable + "}}")
            .add("type", "string")
            .build();
    return Json.createObjectBuilder()
        .add("type", "bearer")
        .add("bearer", Json.createArrayBuilder().add(token))
        .build();
  }

  private JsonObject auth() {
    var security = operation.json().getJsonArray("security");
    if (security.isEmpty()) {
      return Json.createObjectBuilder().add("type", "noauth").build();
    }
    String scheme = security.getJsonObject(0).keySet().iterator().next();
    String variable = scheme.equals("liveKey") ? "apiKey" : scheme;
    return bearer(operation.id().equals("eraseMe") ? "newTenantKey" : variable);
  }

  private JsonArrayBuilder headers() {
    JsonArrayBuilder headers = Json.createArrayBuilder();
    content().ifPresent(type -> headers.add(entry("Content-Type", type)));
    for (JsonObject parameter : parameters("header")) {
      boolean required = parameter.getBoolean("required", false);
      JsonObjectBuilder header =
          Json.createObjectBuilder(
              entry(parameter.getString("name"), parameter.getString("example", "")));
      headers.add(header.add("disabled", !required));
    }
    return headers;
  }

  private static JsonObject entry(String key, String value) {
    return Json.createObjectBuilder().add("key", key).add("value", value).build();
  }

  private List<JsonObject> parameters(String place) {
    var parameters = operation.json().getJsonArray("parameters");
    return parameters == null
        ? List.of()
        : parameters.getValuesAs(JsonObject.class).stream()
            .map(document::resolve)
            .filter(p -> p.getString("in").equals(place))
            .toList();
  }

  private JsonObject url() {
    String path =
        Arrays.stream(operation.template().substring(1).split("/"))
            .map(this::segment)
            .collect(Collectors.joining("/"));
    JsonArrayBuilder segments = Json.createArrayBuilder();
    Arrays.stream(path.split("/")).forEach(segments::add);
    JsonArrayBuilder query = Json.createArrayBuilder();
    for (JsonObject parameter : parameters("query")) {
      JsonObjectBuilder entry = Json.createObjectBuilder(entry(parameter.getString("name"), ""));
      query.add(entry.add("disabled", true));
    }
    return Json.createObjectBuilder()
        .add("raw", "{{baseUrl}}/" + path)
        .add("host", Json.createArrayBuilder().add("{{baseUrl}}"))
        .add("path", segments)
        .add("query", query)
        .build();
  }

  private String segment(String segment) {
    return switch (segment) {
      case "{id}" -> "{{" + owner() + "Id}}";
      case "{name}" -> "{{artifactName}}";
      case "{file}" -> "reference.css";
      default -> segment.startsWith("{") ? "{" + segment + "}" : segment;
    };
  }

  /** Whose id it is: {@code jobs}, {@code keys} or {@code tenants} stand before it. */
  private String owner() {
    String plural = operation.template().split("/")[3];
    if (plural.equals("ingest")) {
      return "job";
    }
    return plural.substring(0, plural.length() - 1);
  }

  private java.util.Optional<String> content() {
    JsonObject body = operation.json().getJsonObject("requestBody");
    return body == null
        ? java.util.Optional.empty()
        : body.getJsonObject("content").keySet().stream().findFirst();
  }

  private void body(JsonObjectBuilder request) {
    content()
        .ifPresent(
            type -> {
              JsonObject media =
                  operation.json().getJsonObject("requestBody").getJsonObject("content");
              JsonObject example = example(media.getJsonObject(type));
              boolean form = type.equals("application/x-www-form-urlencoded");
              request.add(
                  "body",
                  Json.createObjectBuilder()
                      .add("mode", "raw")
                      .add("raw", form ? form(example) : withVariables(pretty(example))));
            });
  }

  private static JsonObject example(JsonObject media) {
    return media.containsKey("example")
        ? media.getJsonObject("example")
        : JsonValue.EMPTY_JSON_OBJECT;
  }

  private static String form(JsonObject example) {
    return example.entrySet().stream()
        .map(e -> e.getKey() + "=" + encoded(((JsonString) e.getValue()).getString()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String withVariables(String text) {
    String result = text;
    for (Map.Entry<String, String> example : EXAMPLES.entrySet()) {
      result = result.replace(example.getKey(), example.getValue());
    }
    return result;
  }

  private static String pretty(JsonObject json) {
    StringWriter text = new StringWriter();
    Map<String, Boolean> indented = Map.of(JsonGenerator.PRETTY_PRINTING, true);
    try (JsonWriter writer = Json.createWriterFactory(indented).createWriter(text)) {
      writer.writeObject(json);
    }
    return text.toString().strip();
  }
}
