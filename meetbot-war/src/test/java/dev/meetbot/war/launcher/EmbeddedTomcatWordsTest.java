package dev.meetbot.war.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EmbeddedTomcatWordsTest {
  private final ByteArrayOutputStream console = new ByteArrayOutputStream();
  private final EmbeddedTomcatWords words =
      new EmbeddedTomcatWords(new PrintStream(console, true, StandardCharsets.UTF_8));

  @Test
  void nothing_is_printed_before_the_release_and_everything_once() {
    words.out().print("a key\n");
    assertThat(console.toString(StandardCharsets.UTF_8)).isEmpty();
    words.release();
    words.release();
    assertThat(console.toString(StandardCharsets.UTF_8)).isEqualTo("a key\n");
    words.out().print("later\n");
    words.release();
    assertThat(console.toString(StandardCharsets.UTF_8)).isEqualTo("a key\nlater\n");
  }

  @Test
  void the_reason_of_a_failure_is_kept() {
    assertThat(words.failure()).isNull();
    words.failed().accept("no");
    assertThat(words.failure()).isEqualTo("no");
  }
}
