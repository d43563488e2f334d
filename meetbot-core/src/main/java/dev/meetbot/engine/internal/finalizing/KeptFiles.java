package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ByteRange;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Reads what a finished job keeps. Thread-safe. */
final class KeptFiles {
  private static final String MANIFEST = "manifest.json";

  private final ArtifactStore store;
  private final ArtifactKey folder;

  KeptFiles(ArtifactStore store, ArtifactKey folder) {
    this.store = store;
    this.folder = folder;
  }

  /** The manifest; empty when there is none. */
  Optional<JsonObject> manifest() throws IOException {
    return find(MANIFEST);
  }

  /**
   * The manifest.
   *
   * @throws NotKeptException when there is none
   */
  JsonObject requireManifest() throws IOException {
    return require(MANIFEST);
  }

  /**
   * A file of JSON.
   *
   * @throws NotKeptException when there is none of that name
   */
  JsonObject require(String name) throws IOException {
    return find(name).orElseThrow(() -> gone(name));
  }

  private Optional<JsonObject> find(String name) throws IOException {
    Optional<ArtifactContent> content = store.read(folder.resolve(name), ByteRange.ALL);
    if (content.isEmpty()) {
      return Optional.empty();
    }
    try (ArtifactContent opened = content.get();
        JsonReader reader = Json.createReader(opened.stream())) {
      return Optional.of(reader.readObject());
    } catch (JsonException e) {
      throw new IOException(name + " cannot be read", e);
    }
  }

  /**
   * Copies a file to the disk.
   *
   * @throws NotKeptException when there is none of that name
   */
  void copy(String name, Path to) throws IOException {
    ArtifactContent content =
        store.read(folder.resolve(name), ByteRange.ALL).orElseThrow(() -> gone(name));
    try (ArtifactContent opened = content) {
      Files.copy(opened.stream(), to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static NotKeptException gone(String name) {
    return new NotKeptException("the job keeps no " + name);
  }
}
