package dev.meetbot.tck;

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
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * A folder of jars, read as a server reads {@code meetbot.plugins.directory}: one class loader for
 * all of them. Above it is only what every server has: the JDK, {@code meetbot-spi}, jakarta.json
 * and jspecify. A plugin that works from here brings what it needs.
 */
public final class PluginFolder implements AutoCloseable {
  private final URLClassLoader loader;

  private PluginFolder(URLClassLoader loader) {
    this.loader = loader;
  }

  /** Opens the folder; there must be a jar in it. */
  public static PluginFolder open(Path folder) throws IOException {
    List<URL> jars = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
      found.forEach(jar -> jars.add(url(jar)));
    }
    if (jars.isEmpty()) {
      throw new IOException("no jars in " + folder.toAbsolutePath());
    }
    return new PluginFolder(new URLClassLoader(jars.toArray(new URL[0]), new Server()));
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the folder has for a plug point, made anew. */
  public <T> List<T> all(Class<T> plugPoint) {
    return ServiceLoader.load(plugPoint, loader).stream().map(ServiceLoader.Provider::get).toList();
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }

  /** Lets through what a server has, and nothing else of the class path of the test. */
  private static final class Server extends ClassLoader {
    private static final List<String> HAS =
        List.of(
            "dev.meetbot.model.", "dev.meetbot.spi.", "jakarta.json.", "org.jspecify.annotations.");

    Server() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (HAS.stream().anyMatch(name::startsWith)) {
        return PluginFolder.class.getClassLoader().loadClass(name);
      }
      throw new ClassNotFoundException(name);
    }

    @Override
    protected @Nullable URL findResource(String name) {
      return null;
    }
  }
}
