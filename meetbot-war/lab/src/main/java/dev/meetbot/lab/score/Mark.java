package dev.meetbot.lab.score;

import java.util.Locale;

/** A figure and the bar that it must reach. */
public record Mark(String name, String value, String bar, boolean ok) {

  static Mark atMost(String name, double value, double limit) {
    return new Mark(name, text(value), "at most " + text(limit), value <= limit);
  }

  static Mark atLeast(String name, double value, double limit) {
    return new Mark(name, text(value), "at least " + text(limit), value >= limit);
  }

  /** At most two decimals. */
  static String text(double value) {
    if (!Double.isFinite(value)) {
      return "none";
    }
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }
}
