package dev.meetbot.engine.internal.lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A table of decisions as a text: a head, a line, then a row for each first column. */
public record TextTable(String text) {
  /** A cell: what is so in that row and that column. */
  public record Cell(String row, String column, String expected) {
    @Override
    public String toString() {
      return row + " while " + column + " -> " + expected;
    }
  }

  /** The table of that name among the test resources. */
  public static TextTable of(String resource) {
    try (InputStream in = TextTable.class.getResourceAsStream("/" + resource)) {
      return new TextTable(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All cells, row by row. */
  public Stream<Cell> cells() {
    List<String> lines = text.lines().toList();
    List<String> head = columns(lines.get(0));
    return lines.stream()
        .skip(2)
        .map(TextTable::columns)
        .flatMap(
            row ->
                IntStream.range(1, head.size())
                    .mapToObj(i -> new Cell(row.get(0), head.get(i), row.get(i))));
  }

  private static List<String> columns(String line) {
    return Arrays.stream(line.split("\\|")).map(String::strip).toList();
  }
}
