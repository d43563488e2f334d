package dev.meetbot.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The verifiers of docs/webhooks.md say of every delivery of the vectors what they should. */
@Timeout(300)
class WebhookPageIT {
  private static final Path VECTORS =
      Path.of("..", "docs", "contract", "vectors", "webhooks.json").toAbsolutePath();

  @TempDir private Path folder;

  private static String block(String language) {
    List<PageBlock> blocks = PageBlock.of(PageBlock.DOCS.resolve("webhooks.md"), language);
    assertThat(blocks).hasSize(1);
    return blocks.get(0).text();
  }

  @Test
  void in_java() throws Exception {
    BlockProgram program = BlockProgram.of(block("java"), folder);
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, WebhookPageIT.class.getClassLoader())) {
      Class<?> type = loader.loadClass(program.main());
      Method standard =
          type.getDeclaredMethod(
              "standard", byte[].class, Function.class, List.class, Instant.class);
      Method published =
          type.getDeclaredMethod("published", byte[].class, String.class, List.class);
      standard.setAccessible(true);
      published.setAccessible(true);
      for (Map<String, Object> vector : Vectors.all("webhooks.json")) {
        check(vector, standard, published);
      }
    }
  }

  private static void check(Map<String, Object> vector, Method standard, Method published)
      throws ReflectiveOperationException {
    byte[] body = ((String) vector.get("body")).getBytes(StandardCharsets.UTF_8);
    // beside it one that it is not, as while it is rotated
    List<Object> secrets = List.of(vector.get("secret"), "whsec_b3RoZXIgc2VjcmV0");
    Instant now = Instant.ofEpochSecond(((BigDecimal) vector.get("now")).longValueExact());
    Map<String, Object> headers = Vectors.map(vector.get("standard"));
    if (headers != null || vector.get("signature") == null) {
      Function<String, Object> header = name -> headers == null ? null : headers.get(name);
      assertThat(standard.invoke(null, body, header, secrets, now))
          .as((String) vector.get("name"))
          .isEqualTo(vector.get("valid"));
    }
    if (headers == null || vector.get("signature") != null) {
      assertThat(published.invoke(null, body, vector.get("signature"), secrets))
          .as((String) vector.get("name"))
          .isEqualTo(vector.get("valid"));
    }
  }

  @Test
  void in_javascript() throws Exception {
    Files.writeString(folder.resolve("verify.mjs"), block("javascript"));
    driver("driver.mjs");
    String node = System.getenv().getOrDefault("MEETBOT_BROWSER_NODE", "node");
    assertThat(run(Map.of(), node, "driver.mjs", VECTORS.toString())).contains("all are right");
  }

  @Test
  void in_go() throws Exception {
    assumeThat(onPath("go")).as("Go is on the PATH").isTrue();
    Files.writeString(folder.resolve("go.mod"), "module example.com/hooks\n\ngo 1.19\n");
    Path webhooks = Files.createDirectory(folder.resolve("webhooks"));
    Files.writeString(webhooks.resolve("webhooks.go"), block("go"));
    driver("main.go");
    // what is there, and nothing from a network
    Map<String, String> closed =
        Map.of("GOTOOLCHAIN", "local", "GOFLAGS", "-mod=mod", "GOPROXY", "off", "GOWORK", "off");
    run(closed, "go", "vet", "./...");
    assertThat(run(closed, "gofmt", "-l", ".")).isEmpty();
    assertThat(run(closed, "go", "run", ".", VECTORS.toString())).contains("all are right");
  }

  private void driver(String name) throws IOException {
    Files.copy(Path.of("src/test/resources/webhook-page", name), folder.resolve(name));
  }

  private static boolean onPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private String run(Map<String, String> environment, String... command) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
      return said;
    } finally {
      process.destroyForcibly();
    }
  }
}
