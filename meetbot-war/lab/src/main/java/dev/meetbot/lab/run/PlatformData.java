package dev.meetbot.lab.run;

import dev.meetbot.lab.scenario.JsonText;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The platforms' data files as they are packed in the server, and files that change them. */
final class PlatformData {
  private PlatformData() {}

  /** By the platform's id. */
  static Map<String, JsonObject> in(Path war) {
    Map<String, JsonObject> found = new TreeMap<>();
    try (InputStream file = Files.newInputStream(war)) {
      search(file, found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static void search(InputStream archive, Map<String, JsonObject> found)
      throws IOException {
    ZipInputStream zip = new ZipInputStream(archive);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      String name = entry.getName();
      if (name.matches(".*/meetbot-core[^/]*\\.jar")) {
        search(new ByteArrayInputStream(zip.readAllBytes()), found);
      } else if (name.matches(".*/platform/[a-z]+/platform\\.json")) {
        JsonObject data = JsonText.object(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        found.put(data.getString("platform"), data);
      }
    }
  }

  static List<String> elements(JsonObject data) {
    return List.copyOf(data.getJsonObject("elements").keySet());
  }

  /** What an operator would write to do without an element's first alternative. */
  static JsonObject withoutFirst(JsonObject data, String element) {
    JsonArray all = data.getJsonObject("elements").getJsonArray(element);
    JsonArrayBuilder rest = Json.createArrayBuilder();
    all.stream().skip(1).forEach(rest::add);
    return Json.createObjectBuilder()
        .add("platform", data.getString("platform"))
        .add("elements", Json.createObjectBuilder().add(element, rest))
        .build();
  }

  static void write(Path directory, String platform, JsonObject change) {
    try {
      Files.writeString(directory.resolve(platform + ".json"), change.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void remove(Path directory, String platform) {
    try {
      Files.deleteIfExists(directory.resolve(platform + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
