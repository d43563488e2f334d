package dev.meetbot.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every block of Java in the pages of the SDK is compiled and run, in a JVM of its own. */
@Timeout(300)
class JavaPageIT {
  private static final Path PAGE = PageBlock.DOCS.resolve("sdk-java.md");
  private static final Path EXAMPLES = Path.of("src/test/java/dev/meetbot/sdk/examples");
  private static final String SECRET = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  @TempDir private Path folder;
  private final FakeApi api = new FakeApi(new FakeMeetbot());

  @AfterEach
  void close() {
    api.close();
  }

  /** The example as the page shows it: without its package. */
  private static String example(String name) throws IOException {
    String text = Files.readString(EXAMPLES.resolve(name + ".java"));
    String shown = text.substring(text.indexOf("import "));
    assertThat(PageBlock.of(PAGE, "java")).extracting(PageBlock::text).contains(shown);
    return shown;
  }

  private ProcessBuilder process(String text, Path where) throws IOException {
    // nobody wants to wait as long as the page's reader does
    String quick =
        text.replace("Thread.sleep(5_000)", "Thread.sleep(1)")
            .replace(
                "builder().build()",
                "builder().pollInterval(java.time.Duration.ofMillis(1)).build()");
    return BlockProgram.of(quick, Files.createDirectories(where))
        .process(
            Map.of(
                "MEETBOT_API_BASE_URL",
                api.url(),
                "MEETBOT_API_KEY",
                "mb_test_1",
                "MEETBOT_WEBHOOK_SECRET",
                SECRET,
                "PORT",
                "0"));
  }

  private List<String> output(String text, Path where) throws Exception {
    Process process = process(text, where).redirectErrorStream(true).start();
    try (InputStream out = process.getInputStream()) {
      String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
      return said.lines().toList();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void a_bot_is_sent_and_looked_at_until_it_is_done() throws Exception {
    List<String> said = output(example("DispatchAndPoll"), folder);
    assertThat(said.get(0)).matches("dispatched 019e2f0a-\\S+: queued");
    assertThat(said.subList(1, 6))
        .containsExactly("joining", "in_call", "recording", "finalizing", "completed");
    assertThat(said.get(6)).matches("manifest: https://\\S+/manifest");
    assertThat(api.seen().get(0).body()).contains("\"displayName\":\"Acme Notetaker\"");
  }

  @Test
  void a_bot_is_sent_without_waiting_with_rules_and_metadata() throws Exception {
    List<String> said = output(example("AsyncDispatch"), folder);
    assertThat(said)
        .singleElement()
        .asString()
        .matches("019e2f0a-\\S+ queued 2026-05-15T14:00:00Z");
    assertThat(api.only().body())
        .contains(
            "\"webhooks\":{\"onFinalize\":\"https://api.acme.example/meetbot/finalize\"}",
            "\"metadata\":{\"customer_id\":\"cust_4711\"}",
            "\"afterEntryDelaySeconds\":300",
            "\"afterMaxSeconds\":7200",
            "\"onBotDetected\":true");
  }

  @Test
  void a_receiver_takes_what_is_signed_and_nothing_else() throws Exception {
    Process receiver =
        process(example("WebhookReceiver"), folder).redirectErrorStream(true).start();
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(receiver.getInputStream(), StandardCharsets.UTF_8))) {
      String port = said.readLine().replaceAll("\\D", "");
      Map<String, Object> vector =
          Vectors.all("webhooks.json").stream()
              .filter(v -> v.get("name").equals("job.finalized"))
              .findFirst()
              .orElseThrow();
      String body = (String) vector.get("body");
      assertThat(vector.get("secret")).isEqualTo(SECRET);
      assertThat(post(port, body, "sha256=" + "0".repeat(64))).isEqualTo(401);
      assertThat(post(port, body + " ", (String) vector.get("signature"))).isEqualTo(401);
      assertThat(post(port, body, (String) vector.get("signature"))).isEqualTo(200);
      assertThat(said.readLine()).matches("\\S+ https://\\S+");
    } finally {
      receiver.destroyForcibly();
    }
  }

  private static int post(String port, String body, String signature) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/webhook/meetbot"))
            .header("X-Meetbot-Signature", signature)
            .POST(BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  @TestFactory
  Stream<DynamicTest> the_other_blocks_run() {
    return Stream.of("sdk-java.md", "start.md")
        .flatMap(page -> PageBlock.of(PageBlock.DOCS.resolve(page), "java").stream())
        .filter(block -> !block.text().contains("class WebhookReceiver"))
        .map(
            block ->
                DynamicTest.dynamicTest(
                    block.name(), () -> output(block.text(), folder.resolve(block.name()))));
  }
}
