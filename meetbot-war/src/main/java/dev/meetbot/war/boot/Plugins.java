package dev.meetbot.war.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * What others wrote for our plug points, found by {@link ServiceLoader}: in the application itself
 * and in the jars of one directory. Read once, when the application starts. Thread-safe.
 */
final class Plugins implements AutoCloseable {
  private final List<Path> jars;
  private final URLClassLoader loader;

  private Plugins(List<Path> jars, ClassLoader parent) {
    this.jars = jars;
    this.loader = new URLClassLoader("meetbot-plugins", urls(jars), parent);
  }

  /**
   * Opens the directory.
   *
   * @param directory null when there is none
   * @throws IOException when it cannot be read
   */
  static Plugins in(@Nullable Path directory, ClassLoader parent) throws IOException {
    List<Path> jars = new ArrayList<>();
    if (directory != null) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*.jar")) {
        found.forEach(jars::add);
      }
    }
    jars.sort(null);
    return new Plugins(jars, parent);
  }

  /** What was looked at, for people. */
  List<Path> jars() {
    return List.copyOf(jars);
  }

  /**
   * All that there is for a plug point, made anew.
   *
   * @throws IllegalStateException when one cannot be made, with the jars that were looked at
   */
  <T> List<T> all(Class<T> plugPoint) {
    List<T> found = new ArrayList<>();
    try {
      ServiceLoader.load(plugPoint, loader).forEach(found::add);
    } catch (ServiceConfigurationError e) {
      throw new IllegalStateException(
          "a plugin for " + plugPoint.getSimpleName() + " cannot be used; jars: " + jars, e);
    }
    return found;
  }

  private static URL[] urls(List<Path> jars) {
    return jars.stream()
        .map(
            jar -> {
              try {
                return jar.toUri().toURL();
              } catch (MalformedURLException e) {
                throw new UncheckedIOException(e);
              }
            })
        .toArray(URL[]::new);
  }

  /** Lets go of the jars; what was made of them must not be used any more. */
  @Override
  public void close() throws IOException {
    loader.close();
  }
}
