package dev.meetbot.sdk.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names and values, one a line; what is empty is left out. */
final class Card {
  private final Map<String, String> rows = new LinkedHashMap<>();

  Card row(String name, Object value) {
    String text = Words.clean(value);
    if (!text.isEmpty()) {
      rows.put(name, text);
    }
    return this;
  }

  List<String> lines() {
    int width = rows.keySet().stream().mapToInt(Cells::width).max().orElse(0);
    return rows.entrySet().stream()
        .map(row -> Cells.pad(row.getKey(), width) + "  " + row.getValue())
        .toList();
  }
}
