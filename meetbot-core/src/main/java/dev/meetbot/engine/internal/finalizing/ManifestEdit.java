package dev.meetbot.engine.internal.finalizing;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;

/** Changes a manifest that is written already. Pure. */
final class ManifestEdit {
  private ManifestEdit() {}

  /** The manifest's text with that file listed, in place of an older one of the same name. */
  static String with(JsonObject manifest, ManifestFile file) {
    JsonArrayBuilder files = Json.createArrayBuilder();
    manifest.getJsonArray("files").getValuesAs(JsonObject.class).stream()
        .filter(f -> !f.getString("name", "").equals(file.name()))
        .forEach(files::add);
    files.add(ManifestWriter.file(file));
    return ManifestWriter.pretty(Json.createObjectBuilder(manifest).add("files", files).build());
  }
}
