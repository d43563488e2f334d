package dev.meetbot.war.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/** Makes the jar of a plugin, as its author would. */
final class PluginJar {
  private PluginJar() {}

  /**
   * Compiles the class into {@code <type>.jar} in the folder.
   *
   * @param promised the class that the jar names as the plug point's
   */
  static void write(Path folder, String type, String source, Class<?> plugPoint, String promised)
      throws IOException {
    Path file = Files.writeString(folder.resolve(type + ".java"), source);
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", System.getProperty("java.class.path"), file.toString());
    assertThat(code).isZero();
    try (OutputStream out = Files.newOutputStream(folder.resolve(type + ".jar"));
        JarOutputStream jar = new JarOutputStream(out)) {
      try (DirectoryStream<Path> classes = Files.newDirectoryStream(folder, type + "*.class")) {
        for (Path compiled : classes) {
          add(jar, compiled.getFileName().toString(), Files.readAllBytes(compiled));
        }
      }
      add(
          jar,
          "META-INF/services/" + plugPoint.getName(),
          promised.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void add(JarOutputStream jar, String name, byte[] bytes) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(bytes);
    jar.closeEntry();
  }
}
