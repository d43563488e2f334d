package dev.meetbot.lab.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Locale;

/**
 * A figure and what it must reach.
 *
 * @param value as text, for people and machines alike
 */
record Bar(String name, String value, String bar, boolean ok) {

  static Bar atMost(String name, double value, double limit) {
    return new Bar(name, text(value), "<= " + text(limit), value <= limit);
  }

  static Bar atLeast(String name, double value, double limit) {
    return new Bar(name, text(value), ">= " + text(limit), value >= limit);
  }

  static Bar equal(String name, Object value, Object wanted) {
    return new Bar(name, value.toString(), "= " + wanted, value.equals(wanted));
  }

  /** At most three decimals; a figure that could not be taken is "none" and meets no bar. */
  static String text(double value) {
    if (!Double.isFinite(value)) {
      return "none";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.3f", value);
  }

  JsonObject json() {
    return Json.createObjectBuilder()
        .add("name", name)
        .add("value", value)
        .add("bar", bar)
        .add("ok", ok)
        .build();
  }
}
