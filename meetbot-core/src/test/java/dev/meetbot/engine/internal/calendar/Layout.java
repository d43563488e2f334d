package dev.meetbot.engine.internal.calendar;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One way in which invites are written: the mails in their order, and what must follow from them.
 */
record Layout(String name, List<byte[]> mails, JsonObject expected) {
  static List<Layout> all() {
    try (Stream<Path> files = Files.list(directory())) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(Layout::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path directory() {
    try {
      return Path.of(Objects.requireNonNull(Layout.class.getResource("layouts")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Layout read(Path json) {
    String name = json.getFileName().toString().replace(".json", "");
    List<byte[]> mails = new ArrayList<>();
    try (InputStream in = Files.newInputStream(json);
        JsonReader reader = Json.createReader(in)) {
      Path mail = json.resolveSibling(name + ".1.ics");
      while (Files.exists(mail)) {
        mails.add(Files.readAllBytes(mail));
        mail = json.resolveSibling(name + "." + (mails.size() + 1) + ".ics");
      }
      return new Layout(name, mails, reader.readObject());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
