package dev.meetbot.contract;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** Holds webhooks, in version 2, against the document: their bodies, and that nothing is unsaid. */
public final class EventCheck {
  private final OpenApi document;
  private final Schemas schemas;

  public EventCheck(OpenApi document) {
    this.document = document;
    this.schemas = new Schemas(document);
  }

  /** Everything that is wrong with a webhook's body; empty when it is as the document says. */
  public List<String> faults(String body) {
    JsonObject message;
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      message = reader.readObject();
    }
    String event = message.getString("event");
    JsonObject webhook = document.root().getJsonObject("webhooks").getJsonObject(event);
    if (webhook == null) {
      return List.of("the document knows no event " + event);
    }
    String schema =
        document
            .root()
            .getValue("/webhooks/" + event + "/post/requestBody/content/application~1json/schema")
            .asJsonObject()
            .getString("$ref")
            .substring(1);
    List<String> faults = new ArrayList<>(schemas.faults(schema, body));
    JsonObject said =
        document.root().getValue(schema + "/properties/data/properties").asJsonObject();
    message.getJsonObject("data").keySet().stream()
        .filter(key -> !said.containsKey(key))
        .forEach(key -> faults.add("data." + key + " is not in the document"));
    return faults;
  }
}
