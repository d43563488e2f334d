package dev.meetbot.jaxrs.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/** Files on the class path. */
final class Resources {
  private static final String WEBJAR = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

  private Resources() {}

  /** A file of this package. */
  static byte[] own(String name) {
    return read(name).orElseThrow(() -> new IllegalStateException("no " + name + " in the jar"));
  }

  /** A file of the viewer; empty when the host left its jar out. */
  static Optional<byte[]> viewer(String name) {
    return read(WEBJAR)
        .map(Resources::version)
        .flatMap(v -> read("/META-INF/resources/webjars/swagger-ui/" + v + "/" + name));
  }

  private static String version(byte[] text) {
    Properties properties = new Properties();
    try {
      properties.load(new java.io.ByteArrayInputStream(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "");
  }

  private static Optional<byte[]> read(String name) {
    try (InputStream in = Resources.class.getResourceAsStream(name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
