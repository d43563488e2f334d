package dev.meetbot.war.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.FirstKey;
import dev.meetbot.model.TenantId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstKeyNoticeTest {
  private static final FirstKey KEY =
      new FirstKey(new TenantId("t"), "mb_live_x", "whsec_y", "mb_admin_z");

  @TempDir Path dir;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final FirstKeyNotice notice =
      new FirstKeyNotice(new PrintStream(printed, true, StandardCharsets.UTF_8));

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void withoutAFileAllArePrinted() {
    notice.give(KEY, null);
    assertThat(printed())
        .contains("First API key (shown only now): mb_live_x")
        .contains("Operator key (shown only now): mb_admin_z")
        .contains("Webhook signing secret (shown only now): whsec_y");
  }

  @Test
  void withAFileOnlyItsPathIsPrinted() throws IOException {
    Path file = dir.resolve("deep").resolve("first");
    notice.give(KEY, file);
    assertThat(Files.readString(file))
        .isEqualTo(
            "MEETBOT_API_KEY=mb_live_x\nMEETBOT_WEBHOOK_SECRET=whsec_y\n"
                + "MEETBOT_OPERATOR_KEY=mb_admin_z\n");
    assertThat(printed())
        .contains(file.toString())
        .doesNotContain("mb_live_x", "whsec_y", "mb_admin_z");
  }

  @Test
  void aFileThatCannotBeWrittenDoesNotLoseTheKey() throws IOException {
    Path occupied = Files.writeString(dir.resolve("file"), "");
    notice.give(KEY, occupied.resolve("below-a-file"));
    assertThat(printed()).contains("mb_live_x");
  }
}
