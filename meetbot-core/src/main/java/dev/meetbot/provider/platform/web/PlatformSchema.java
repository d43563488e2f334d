package dev.meetbot.provider.platform.web;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JakartaJsonNode;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** What every platform's data file must be. Thread-safe. */
final class PlatformSchema {
  private static final URI SCHEMA = URI.create("urn:meetbot:platform");
  private static final int SHOWN = 10;

  private final Validator validator;

  PlatformSchema() {
    validator =
        new ValidatorFactory().withJsonNodeFactory(new JakartaJsonNode.Factory()).createValidator();
    validator.registerSchema(
        SCHEMA, WebResource.json(PlatformSchema.class, "platform.schema.json"));
  }

  /**
   * What is wrong with the file, each with its JSON pointer; empty when nothing is. The schema
   * comes first: references are looked at in a file of the right form only.
   */
  List<String> faults(JsonObject file) {
    List<String> form =
        validator.validate(SCHEMA, file).getErrors().stream()
            .filter(error -> !error.getError().isBlank())
            .map(error -> place(error.getInstanceLocation()) + " " + error.getError())
            .distinct()
            .toList();
    List<String> faults = form.isEmpty() ? new References(file).faults() : form;
    return faults.size() <= SHOWN
        ? faults
        : Stream.concat(faults.stream().limit(SHOWN), Stream.of((faults.size() - SHOWN) + " more"))
            .toList();
  }

  private static String place(String pointer) {
    return pointer.isEmpty() ? "/" : pointer;
  }
}
