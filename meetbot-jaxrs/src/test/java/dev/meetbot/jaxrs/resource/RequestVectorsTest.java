package dev.meetbot.jaxrs.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.JobRequest;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The server reads what the SDKs are tested to send. */
class RequestVectorsTest {
  private static final Path VECTORS = Path.of("..", "docs", "contract", "vectors", "requests.json");

  @TestFactory
  Stream<DynamicTest> theServerReadsWhatSdksSend() throws IOException {
    return tests("dispatchBot", RequestVectorsTest::check);
  }

  @TestFactory
  Stream<DynamicTest> theServerReadsWhichViewsSdksAskFor() throws IOException {
    return tests("composeView", RequestVectorsTest::checkView);
  }

  private static Stream<DynamicTest> tests(String method, Consumer<JsonObject> check)
      throws IOException {
    try (JsonReader reader = Json.createReader(Files.newBufferedReader(VECTORS))) {
      return reader.readArray().getValuesAs(JsonObject.class).stream()
          .filter(vector -> vector.getString("method").equals(method))
          .map(
              vector ->
                  DynamicTest.dynamicTest(vector.getString("name"), () -> check.accept(vector)));
    }
  }

  private static void checkView(JsonObject vector) {
    JsonObject given = vector.getJsonObject("arguments");
    byte[] body =
        vector
            .getJsonObject("request")
            .getJsonObject("body")
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    try {
      CompositionBody read = CompositionBody.read(new ByteArrayInputStream(body), body.length);
      assertThat(read.layout()).hasToString(given.getString("layout").toUpperCase(Locale.ROOT));
      assertThat(read.width()).isEqualTo(given.getInt("width", 1280));
      assertThat(read.height()).isEqualTo(given.getInt("height", 720));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void check(JsonObject vector) {
    JsonObject given = vector.getJsonObject("arguments");
    JobRequest read = JobRequestReader.read(vector.getJsonObject("request").getJsonObject("body"));
    assertThat(read.issues()).isEmpty();
    assertThat(read.externalId()).isEqualTo(given.getString("externalId"));
    assertThat(read.meetingUrl()).isEqualTo(given.getString("meetingUrl"));
    assertThat(read.platform()).isEqualTo(given.getString("platform", null));
    assertThat(read.displayName()).isEqualTo(given.getString("displayName", "meetbot"));
    assertThat(read.onFinalize()).isEqualTo(given.getString("onFinalizeUrl", null));
    assertThat(read.onStatusChange()).isEqualTo(given.getString("onStatusChangeUrl", null));
    assertThat(read.webhookVersion()).isEqualTo(given.getInt("webhookVersion", 2));
    if (given.containsKey("joinAt")) {
      assertThat(read.joinAt())
          .isEqualTo(
              OffsetDateTime.parse(given.getString("joinAt"))
                  .toInstant()
                  .truncatedTo(ChronoUnit.MILLIS));
    }
    if (given.containsKey("metadata")) {
      assertThat(read.metadata()).isEqualTo(given.getJsonObject("metadata").toString());
    }
    if (given.containsKey("autoLeave")) {
      JsonObject autoLeave = given.getJsonObject("autoLeave");
      assertThat(read.autoLeave().afterMax().toSeconds())
          .isEqualTo(autoLeave.getInt("afterMaxSeconds", 14_400));
      assertThat(read.autoLeave().onBotDetected())
          .isEqualTo(autoLeave.getBoolean("onBotDetected", false));
    }
  }
}
