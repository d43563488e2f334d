package dev.meetbot.provider.platform.web;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One platform's data, read again when the operator's file has changed. Thread-safe. */
final class PlatformFile {
  private static final Logger LOG = System.getLogger(PlatformFile.class.getName());
  private static final FileTime NONE = FileTime.fromMillis(0);

  private final String platform;
  private final JsonObject bundled;
  private final @Nullable Path override;
  private final PlatformSchema schema;
  private FileTime readAt;
  private PlatformData data;

  PlatformFile(
      String platform, JsonObject bundled, @Nullable Path override, PlatformSchema schema) {
    this.platform = platform;
    this.bundled = bundled;
    this.override = override;
    this.schema = schema;
    this.readAt = modified();
    check("bundled " + platform + "/platform.json", bundled);
    this.data = read();
  }

  /** The newest data that is right. */
  synchronized PlatformData current() {
    FileTime now = modified();
    if (!now.equals(readAt)) {
      readAt = now;
      try {
        data = read();
        LOG.log(Level.INFO, "{0} has changed: {1}", override, data);
      } catch (PlatformDataException e) {
        LOG.log(Level.ERROR, "what was read before stays in use: {0}", e.getMessage());
      }
    }
    return data;
  }

  private PlatformData read() {
    if (override == null || readAt.equals(NONE)) {
      return PlatformData.of(bundled);
    }
    try {
      JsonObject own = WebResource.parse(override.toString(), Files.readString(override));
      return PlatformData.of(check(override.toString(), merged(bundled, own)));
    } catch (NoSuchFileException e) {
      return PlatformData.of(bundled);
    } catch (IOException e) {
      throw new PlatformDataException(override + " cannot be read: " + e, e);
    }
  }

  private JsonObject check(String file, JsonObject json) {
    List<String> faults = schema.faults(json);
    if (!faults.isEmpty()) {
      throw new PlatformDataException(file, faults);
    }
    if (!json.getString("platform").equals(platform)) {
      throw new PlatformDataException(
          file, List.of("/platform is not " + platform + " but " + json.getString("platform")));
    }
    return json;
  }

  /** Objects by key, at any depth; the rest is replaced. */
  static JsonObject merged(JsonObject below, JsonObject above) {
    JsonObjectBuilder result = Json.createObjectBuilder(below);
    above.forEach(
        (key, value) -> {
          JsonValue old = below.get(key);
          boolean both = old instanceof JsonObject && value instanceof JsonObject;
          result.add(key, both ? merged(old.asJsonObject(), value.asJsonObject()) : value);
        });
    return result.build();
  }

  private FileTime modified() {
    try {
      return override == null ? NONE : Files.getLastModifiedTime(override);
    } catch (IOException e) {
      return NONE;
    }
  }
}
