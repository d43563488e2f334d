package dev.meetbot.jaxrs.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.contract.EventCheck;
import dev.meetbot.contract.OpenApi;
import dev.meetbot.contract.Operation;
import dev.meetbot.contract.Schemas;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the SDKs are tested against, held to the document. */
class VectorsTest {
  private static final Path VECTORS = Path.of("..", "docs", "contract", "vectors");

  private static JsonArray vectors(String file) throws IOException {
    try (JsonReader reader = Json.createReader(Files.newBufferedReader(VECTORS.resolve(file)))) {
      return reader.readArray();
    }
  }

  private static JsonObject document() throws IOException {
    try (InputStream in = VectorsTest.class.getResourceAsStream("openapi.json");
        JsonReader reader = Json.createReader(in)) {
      return reader.readObject();
    }
  }

  @Test
  void every_request_of_the_vectors_is_an_operation_of_the_document() throws IOException {
    OpenApi document = new OpenApi(document());
    Schemas schemas = new Schemas(document);
    for (JsonObject vector : vectors("requests.json").getValuesAs(JsonObject.class)) {
      JsonObject request = vector.getJsonObject("request");
      Optional<Operation> operation =
          document.find(request.getString("method"), request.getString("path"));
      assertThat(operation).as(vector.getString("name")).isPresent();
      if (!request.isNull("body")) {
        String body = request.getJsonObject("body").toString();
        assertThat(schemas.requestFaults(operation.orElseThrow(), body))
            .as(vector.getString("name"))
            .isEmpty();
      }
    }
  }

  @Test
  void every_error_of_the_document_is_among_the_vectors() throws IOException {
    Set<String> documented = new TreeSet<>();
    collect(document(), documented);
    Set<String> tested =
        vectors("errors.json").getValuesAs(JsonObject.class).stream()
            .filter(vector -> !vector.isNull("code"))
            .map(vector -> vector.getString("code"))
            .collect(Collectors.toSet());
    assertThat(documented).hasSizeGreaterThan(15);
    assertThat(tested).containsAll(documented);
  }

  @Test
  void every_event_of_the_vectors_is_as_the_document_says() throws IOException {
    OpenApi document = new OpenApi(document());
    EventCheck check = new EventCheck(document);
    Set<String> seen = new TreeSet<>();
    for (JsonObject vector : vectors("webhooks.json").getValuesAs(JsonObject.class)) {
      JsonObject event =
          vector.get("event") instanceof JsonObject said ? said : JsonObject.EMPTY_JSON_OBJECT;
      // of the old version only the data is the same, and a newer server's events are not ours
      if (event.getInt("version", 1) == 2
          && document.root().getJsonObject("webhooks").containsKey(event.getString("event"))) {
        seen.add(event.getString("event"));
        assertThat(check.faults(vector.getString("body"))).as(vector.getString("name")).isEmpty();
      }
    }
    assertThat(seen).isEqualTo(new TreeSet<>(document.root().getJsonObject("webhooks").keySet()));
  }

  /** Gathers the values of every {@code properties.error} that names them. */
  private static void collect(JsonValue value, Set<String> found) {
    if (value instanceof JsonArray array) {
      array.forEach(entry -> collect(entry, found));
    } else if (value instanceof JsonObject object) {
      if (object.get("properties") instanceof JsonObject properties
          && properties.get("error") instanceof JsonObject error) {
        if (error.containsKey("const")) {
          found.add(error.getString("const"));
        }
        if (error.containsKey("enum")) {
          error.getJsonArray("enum").getValuesAs(JsonString.class).stream()
              .map(JsonString::getString)
              .forEach(found::add);
        }
      }
      object.values().forEach(entry -> collect(entry, found));
    }
  }
}
