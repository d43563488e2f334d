package dev.meetbot.engine.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.model.BotCommand;
import dev.meetbot.model.BotVerb;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VerbRulesTest {
  private static final TextTable TABLE = TextTable.of("verbs.txt");

  static Stream<TextTable.Cell> cells() {
    return TABLE.cells();
  }

  @ParameterizedTest
  @MethodSource("cells")
  void every_cell_of_the_table_holds(TextTable.Cell cell) {
    BotVerb verb = BotVerb.find(cell.row()).orElseThrow();
    assertThat(VerbRules.of(verb, job(cell.column())).label()).isEqualTo(cell.expected());
  }

  @Test
  void the_table_has_every_verb_and_every_status() {
    assertThat(cells().count())
        .isEqualTo((long) BotVerb.values().length * (JobStatus.values().length + 1));
  }

  @Test
  void the_docs_show_the_same_table() throws IOException {
    assertThat(Files.readString(Path.of("..", "docs", "lifecycle.md"))).contains(TABLE.text());
  }

  private static Job job(String column) {
    BotCommand leave = new BotCommand("r", BotVerb.LEAVE_CALL, null, Jobs.NOW);
    return column.equals("leaving")
        ? Jobs.in(JobStatus.RECORDING, edit -> edit.commands = List.of(leave))
        : Jobs.in(JobStatus.find(column).orElseThrow());
  }
}
