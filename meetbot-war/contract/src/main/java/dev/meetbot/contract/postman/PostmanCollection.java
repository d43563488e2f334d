package dev.meetbot.contract.postman;

import dev.meetbot.contract.OpenApi;
import dev.meetbot.contract.Operation;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.List;

/**
 * A collection (format 2.1) with a folder for each tag and a request for each operation. Run from
 * top to bottom it makes things before it uses them and removes them at the end. Pure: the same
 * document always gives the same collection.
 */
public final class PostmanCollection {
  private static final String SCHEMA =
      "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

  /** Variables that people fill in, and those that the scripts hand on. */
  private static final List<String> VARIABLES =
      List.of(
          "apiKey",
          "intakeKey",
          "workerKey",
          "operatorKey",
          "jobId",
          "artifactName",
          "deliveryId",
          "keyId",
          "tenantId",
          "newTenantKey",
          "nonce",
          "userCode",
          "joinAt",
          "endAt");

  private PostmanCollection() {}

  /** The collection of a document. */
  public static JsonObject of(OpenApi document) {
    JsonObject info = document.root().getJsonObject("info");
    JsonArrayBuilder folders = Json.createArrayBuilder();
    for (JsonObject tag : document.root().getJsonArray("tags").getValuesAs(JsonObject.class)) {
      folders.add(folder(document, tag));
    }
    return Json.createObjectBuilder()
        .add(
            "info",
            Json.createObjectBuilder()
                .add("name", info.getString("title"))
                .add("description", info.getString("description"))
                .add("version", info.getString("version"))
                .add("schema", SCHEMA))
        .add("auth", PostmanRequest.bearer("apiKey"))
        .add("event", Json.createArrayBuilder().add(PostmanScripts.beforeEach()))
        .add("variable", variables())
        .add("item", folders)
        .build();
  }

  private static JsonObject folder(OpenApi document, JsonObject tag) {
    JsonArrayBuilder items = Json.createArrayBuilder();
    document.operations().stream()
        .filter(o -> tagOf(o).equals(tag.getString("name")))
        .sorted(Comparator.comparingInt(PostmanCollection::turn))
        .forEach(o -> items.add(new PostmanRequest(document, o).item()));
    return Json.createObjectBuilder()
        .add("name", tag.getString("name"))
        .add("description", tag.getString("description"))
        .add("item", items)
        .build();
  }

  private static String tagOf(Operation operation) {
    return ((JsonString) operation.json().getJsonArray("tags").get(0)).getString();
  }

  /** What removes things comes last, the operator's erasing after the tenant's own. */
  private static int turn(Operation operation) {
    if (operation.id().equals("eraseTenant")) {
      return 2;
    }
    return operation.method().equals("DELETE") ? 1 : 0;
  }

  private static JsonArrayBuilder variables() {
    JsonArrayBuilder variables = Json.createArrayBuilder();
    variables.add(variable("baseUrl", "http://localhost:8080"));
    VARIABLES.forEach(name -> variables.add(variable(name, initial(name))));
    return variables;
  }

  private static String initial(String name) {
    return name.equals("artifactName") ? "audio.mixed.webm" : "";
  }

  private static JsonValue variable(String name, String value) {
    return Json.createObjectBuilder().add("key", name).add("value", value).build();
  }
}
