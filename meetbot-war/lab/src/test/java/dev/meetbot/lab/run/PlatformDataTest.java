package dev.meetbot.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.lab.scenario.JsonText;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformDataTest {
  private static final String DATA =
      """
      {"platform": "jitsi", "elements": {"joinButton": [{"css": "a"}, {"css": "b"}, {"text": "join"}]}}
      """;

  @Test
  void theDataIsFoundInThePackedServer(@TempDir Path dir) throws IOException {
    byte[] jar =
        zip(
            "dev/meetbot/provider/platform/jitsi/platform.json",
            DATA.getBytes(StandardCharsets.UTF_8));
    Path war = Files.write(dir.resolve("m.war"), zip("WEB-INF/lib/meetbot-core-0.1.jar", jar));
    assertThat(PlatformData.in(war)).containsOnlyKeys("jitsi");
    assertThat(PlatformData.elements(PlatformData.in(war).get("jitsi")))
        .containsExactly("joinButton");
  }

  @Test
  void theFirstAlternativeIsTakenOut(@TempDir Path dir) throws IOException {
    JsonObject change = PlatformData.withoutFirst(JsonText.object(DATA), "joinButton");
    PlatformData.write(dir, "jitsi", change);
    assertThat(dir.resolve("jitsi.json"))
        .hasContent(
            "{\"platform\":\"jitsi\",\"elements\":{\"joinButton\":[{\"css\":\"b\"},{\"text\":\"join\"}]}}");
    PlatformData.remove(dir, "jitsi");
    assertThat(dir.resolve("jitsi.json")).doesNotExist();
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
      zip.closeEntry();
    }
    return out.toByteArray();
  }
}
