package dev.meetbot.provider.playwright;

import dev.meetbot.spi.browser.BrowserException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Unpacks the JavaScript of Playwright's driver. Playwright can do that itself, but by opening its
 * jar as a file system, which application servers with jars inside archives do not allow. Here the
 * files are read by name through the class loader, which works everywhere.
 */
final class DriverFiles {
  private static final String PACKAGE = "driver/package/";
  private static final Pattern VERSION = Pattern.compile("\"version\"\\s*:\\s*\"([\\w.+-]+)\"");

  private final ClassLoader loader;

  DriverFiles(ClassLoader loader) {
    this.loader = loader;
  }

  /** The driver's version, for example {@code 1.62.0}. */
  String version() {
    try {
      String description = new String(read("package.json"), StandardCharsets.UTF_8);
      Matcher version = VERSION.matcher(description);
      if (!version.find()) {
        throw new IOException("the driver's package.json names no version");
      }
      return version.group(1);
    } catch (IOException e) {
      throw new BrowserException("Playwright's driver cannot be read: " + e, e);
    }
  }

  /**
   * Unpacks what is missing, so that files which a cleaner of temporary files took come back.
   *
   * @param driver the directory that Playwright calls the driver's
   */
  void unpackInto(Path driver) {
    try {
      for (String name : names()) {
        Path file = driver.resolve("package").resolve(name);
        if (!Files.exists(file)) {
          unpack(name, file);
        }
      }
    } catch (IOException e) {
      throw new BrowserException("Playwright's driver could not be unpacked: " + e, e);
    }
  }

  /** The driver's files that are needed to run browsers. */
  static List<String> names() throws IOException {
    try (InputStream in = DriverFiles.class.getResourceAsStream("driver-files.txt")) {
      if (in == null) {
        throw new FileNotFoundException("driver-files.txt");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /** Moves the file to its place when it is whole: several processes may unpack at once. */
  private void unpack(String name, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Path part = Files.createTempFile(file.getParent(), "unpacking", ".part");
    try {
      Files.write(part, read(name));
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private byte[] read(String name) throws IOException {
    try (InputStream in = loader.getResourceAsStream(PACKAGE + name)) {
      if (in == null) {
        throw new FileNotFoundException("not on the class path: " + PACKAGE + name);
      }
      return in.readAllBytes();
    }
  }
}
