package dev.meetbot.contract;

import dev.harrel.jsonschema.Evaluator;
import dev.harrel.jsonschema.EvaluatorFactory;
import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JakartaJsonNode;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.List;

/** The schemas of an OpenAPI document, by JSON Schema 2020-12. */
public final class Schemas {
  private static final String DOCUMENT = "urn:meetbot:openapi";

  private final Validator validator;

  /** The schemas of that document. */
  public Schemas(OpenApi document) {
    validator =
        new ValidatorFactory()
            .withJsonNodeFactory(new JakartaJsonNode.Factory())
            // the document as a whole is no schema, only parts of it are
            .withDisabledSchemaValidation(true)
            .withEvaluatorFactory(formats())
            .createValidator();
    validator.registerSchema(URI.create(DOCUMENT), addressable(document.root()));
  }

  /** Braces have no place in the URI that a schema is found by. */
  private static String withoutBraces(String path) {
    return path.replace('{', '(').replace('}', ')');
  }

  private static JsonObject addressable(JsonObject root) {
    JsonObjectBuilder paths = Json.createObjectBuilder();
    root.getJsonObject("paths").forEach((path, item) -> paths.add(withoutBraces(path), item));
    return Json.createObjectBuilder(root).add("paths", paths).build();
  }

  private static EvaluatorFactory formats() {
    return new EvaluatorFactory.Builder().withKeyword("format", Schemas::format).build();
  }

  private static Evaluator format(JsonNode keyword) {
    String format = keyword.asString();
    return (context, node) ->
        !node.isString() || Formats.holds(format, node.asString())
            ? Evaluator.Result.success()
            : Evaluator.Result.failure("\"" + node.asString() + "\" is no " + format);
  }

  /**
   * What is wrong with the body of a request.
   *
   * @throws IllegalArgumentException when the operation takes no JSON
   */
  public List<String> requestFaults(Operation operation, String json) {
    JsonObject body = operation.json().getJsonObject("requestBody");
    if (body == null || !body.getJsonObject("content").containsKey("application/json")) {
      throw new IllegalArgumentException(operation + " takes no JSON");
    }
    return faults(operation.pointer() + "/requestBody/content/application~1json/schema", json);
  }

  /**
   * What is wrong with a JSON text.
   *
   * @param pointer to the schema within the document
   */
  public List<String> faults(String pointer, String json) {
    URI schema = URI.create(DOCUMENT + "#" + withoutBraces(pointer));
    Validator.Result result = validator.validate(schema, json);
    return result.getErrors().stream()
        .map(e -> e.getInstanceLocation() + " " + e.getKeyword() + ": " + e.getError())
        .toList();
  }
}
