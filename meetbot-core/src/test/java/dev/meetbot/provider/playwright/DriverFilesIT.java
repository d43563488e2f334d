package dev.meetbot.provider.playwright;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.net.JarURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriverFilesIT {
  private static final String PACKAGE = "driver/package/";

  private final ClassLoader loader = Driver.class.getClassLoader();
  private final DriverFiles files = new DriverFiles(loader);

  @TempDir Path directory;

  @Test
  void the_list_names_what_the_driver_needs_of_this_release_of_playwright() throws IOException {
    JarURLConnection connection =
        (JarURLConnection) loader.getResource(PACKAGE + "package.json").openConnection();
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile();
        Stream<String> names = jar.stream().map(entry -> entry.getName())) {
      assertThat(DriverFiles.names())
          .containsExactlyInAnyOrderElementsOf(
              names
                  .filter(name -> name.startsWith(PACKAGE) && !name.endsWith("/"))
                  .map(name -> name.substring(PACKAGE.length()))
                  .filter(name -> !isForPeople(name))
                  .toList());
    }
  }

  /** Installers, viewers, types and texts: no browser needs them to run. */
  private static boolean isForPeople(String name) {
    return Stream.of("bin/", "types/", "lib/vite/", "lib/tools/skills/").anyMatch(name::startsWith)
        || name.endsWith(".md")
        || name.endsWith(".d.ts");
  }

  @Test
  void what_a_cleaner_took_comes_back_and_what_is_there_stays() throws IOException {
    files.unpackInto(directory);
    Path cli = directory.resolve("package/cli.js");
    Path bundle = directory.resolve("package/lib/coreBundle.js");
    byte[] original = Files.readAllBytes(bundle);
    Files.writeString(cli, "kept");
    Files.delete(bundle);
    files.unpackInto(directory);
    assertThat(bundle).hasBinaryContent(original);
    assertThat(cli).hasContent("kept");
    try (Stream<Path> tree = Files.walk(directory)) {
      assertThat(tree.filter(Files::isRegularFile)).hasSize(DriverFiles.names().size());
    }
  }

  @Test
  void the_version_is_that_of_the_driver() {
    assertThat(Arrays.asList(files.version().split("\\.")))
        .hasSize(3)
        .isNotEqualTo(List.of("0", "0", "0"));
  }
}
