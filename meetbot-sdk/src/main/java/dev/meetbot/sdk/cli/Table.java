package dev.meetbot.sdk.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Rows under a heading, fitted to a width: columns that may be cut are cut, the widest first. */
final class Table {
  private static final String BETWEEN = "  ";
  private static final int LEAST = 8;

  private record Column(String title, boolean mayBeCut) {}

  private final List<Column> columns = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  /** A column that is always whole: ids and what else is copied. */
  Table whole(String title) {
    columns.add(new Column(title, false));
    return this;
  }

  /** A column that may be cut. */
  Table fitted(String title) {
    columns.add(new Column(title, true));
    return this;
  }

  Table row(Object... cells) {
    rows.add(Arrays.stream(cells).map(Words::clean).toList());
    return this;
  }

  /** The heading and the rows; a lone heading when there are no rows. */
  List<String> lines(int width) {
    int[] widths = widths();
    shrink(widths, width);
    List<String> lines = new ArrayList<>();
    lines.add(line(columns.stream().map(Column::title).toList(), widths));
    rows.forEach(row -> lines.add(line(row, widths)));
    return lines;
  }

  private int[] widths() {
    int[] widths = columns.stream().mapToInt(column -> Cells.width(column.title())).toArray();
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Cells.width(row.get(i)));
      }
    }
    return widths;
  }

  private void shrink(int[] widths, int width) {
    long over =
        Arrays.stream(widths).asLongStream().sum()
            + (long) BETWEEN.length() * (widths.length - 1)
            - width;
    for (; over > 0; over--) {
      int widest = widestToCut(widths);
      if (widest < 0) {
        return;
      }
      widths[widest]--;
    }
  }

  private int widestToCut(int[] widths) {
    return IntStream.range(0, widths.length)
        .filter(i -> columns.get(i).mayBeCut() && widths[i] > LEAST)
        .reduce((one, other) -> widths[other] > widths[one] ? other : one)
        .orElse(-1);
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(i == 0 ? "" : BETWEEN)
          .append(Cells.pad(Cells.cut(cells.get(i), widths[i]), widths[i]));
    }
    return line.toString().stripTrailing();
  }
}
