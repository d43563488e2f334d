package dev.meetbot.jaxrs.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.contract.OpenApi;
import dev.meetbot.contract.YamlFile;
import dev.meetbot.contract.postman.PostmanCollection;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What is made of {@code openapi.yaml} is committed, so that the WAR needs no YAML parser. With
 * {@code -Dmeetbot.generate} the tests write the files anew instead of failing.
 */
class GeneratedFilesTest {
  private static final Path DIR = Path.of("src/main/resources/dev/meetbot/jaxrs/openapi");

  private static JsonObject document() throws IOException {
    return YamlFile.read(Files.readString(DIR.resolve("openapi.yaml")));
  }

  private static void assertCurrent(String name, String text) throws IOException {
    Path file = DIR.resolve(name);
    if (System.getProperty("meetbot.generate") != null) {
      Files.writeString(file, text);
    }
    String committed = Files.exists(file) ? Files.readString(file) : "";
    assertThat(committed.equals(text))
        .as(name + " is not what openapi.yaml makes; write it anew with -Dmeetbot.generate")
        .isTrue();
  }

  private static String pretty(JsonObject content) {
    StringWriter text = new StringWriter();
    Map<String, Boolean> indented = Map.of(JsonGenerator.PRETTY_PRINTING, true);
    try (JsonWriter writer = Json.createWriterFactory(indented).createWriter(text)) {
      writer.writeObject(content);
    }
    return text.toString().strip() + "\n";
  }

  @Test
  void theJsonIsTheYaml() throws IOException {
    assertCurrent("openapi.json", document() + "\n");
  }

  @Test
  void thePostmanCollectionIsMadeOfTheYaml() throws IOException {
    JsonObject collection = PostmanCollection.of(new OpenApi(document()));
    assertCurrent("meetbot.postman_collection.json", pretty(collection));
  }
}
