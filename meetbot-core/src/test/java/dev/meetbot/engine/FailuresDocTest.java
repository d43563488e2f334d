package dev.meetbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.model.FailureCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/failures.md} says of each code what the code says. */
class FailuresDocTest {
  private static final Path PAGE = Path.of("..", "docs", "failures.md");
  private static final int AGAIN = 4;
  private static final int BILLED = 5;

  @Test
  void each_code_has_its_row() throws IOException {
    Map<String, String[]> rows =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.split("\\s*\\|\\s*"))
            .collect(Collectors.toMap(row -> row[1].replace("`", ""), row -> row));
    assertThat(rows.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(FailureCode.values()).map(FailureCode::wireName).toList());
    for (FailureCode code : FailureCode.values()) {
      String[] row = rows.get(code.wireName());
      assertThat(!row[BILLED].equals("no")).as(code + " billed").isEqualTo(code.billed());
      assertThat(!row[AGAIN].equals("no"))
          .as(code + " tried again")
          .isEqualTo(code.retry() == FailureCode.Retry.AUTOMATIC);
    }
  }
}
