package dev.meetbot.war.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** A temporary directory for the unpacked server and application; closing deletes it. */
final class WorkDir implements AutoCloseable {
  private static final String LIBRARIES = "WEB-INF/launcher-lib/";

  private final Path root;

  WorkDir() throws IOException {
    root = Files.createTempDirectory("meetbot-");
  }

  Path root() {
    return root;
  }

  /** Copies the server's jars out of the WAR and returns their addresses. */
  List<URL> unpackLibraries(Path war) throws IOException {
    Path target = Files.createDirectories(root.resolve("lib"));
    List<URL> urls = new ArrayList<>();
    try (JarFile file = new JarFile(war.toFile())) {
      for (ZipEntry entry : file.stream().filter(WorkDir::isLibrary).toList()) {
        Path copy = target.resolve(entry.getName().substring(LIBRARIES.length()));
        try (var in = file.getInputStream(entry)) {
          Files.copy(in, copy);
        }
        urls.add(copy.toUri().toURL());
      }
    }
    if (urls.isEmpty()) {
      throw new IOException(war + " holds no " + LIBRARIES);
    }
    return urls;
  }

  private static boolean isLibrary(ZipEntry entry) {
    String name = entry.getName();
    return name.startsWith(LIBRARIES)
        && name.endsWith(".jar")
        && name.indexOf('/', LIBRARIES.length()) < 0;
  }

  /** Deletes everything below, as far as it can; a second call does nothing. */
  @Override
  public void close() {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> files = Files.walk(root)) {
      files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      System.getLogger(WorkDir.class.getName())
          .log(System.Logger.Level.WARNING, "could not delete " + root + ": " + e.getMessage());
    }
  }
}
