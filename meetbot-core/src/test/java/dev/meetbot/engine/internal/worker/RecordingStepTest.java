package dev.meetbot.engine.internal.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.internal.lifecycle.TextTable;
import dev.meetbot.engine.internal.worker.RecordingStep.Wish;
import dev.meetbot.model.RecordingState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordingStepTest {
  private static final TextTable TABLE = TextTable.of("recording-steps.txt");

  static Stream<TextTable.Cell> cells() {
    return TABLE.cells();
  }

  @ParameterizedTest
  @MethodSource("cells")
  void every_cell_of_the_table_holds(TextTable.Cell cell) {
    String[] row = cell.row().split(", ");
    RecordingStep step =
        RecordingStep.of(
            RecordingState.valueOf(cell.column().toUpperCase(Locale.ROOT)),
            Wish.valueOf(row[0].toUpperCase(Locale.ROOT)),
            row[1].equals("allows"));
    assertThat(step.name().toLowerCase(Locale.ROOT)).isEqualTo(cell.expected());
  }

  @Test
  void the_table_has_every_wish_and_every_state() {
    assertThat(cells().count())
        .isEqualTo(2L * Wish.values().length * RecordingState.values().length);
  }

  @Test
  void the_docs_show_the_same_table() throws IOException {
    assertThat(Files.readString(Path.of("..", "docs", "lifecycle.md"))).contains(TABLE.text());
  }
}
