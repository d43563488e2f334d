package dev.meetbot.sdk.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values as people read them. Pure. */
final class Words {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  // control characters, and those that turn the direction of writing
  private static final Pattern HARMFUL =
      Pattern.compile("[\\p{Cc}\\x{200e}\\x{200f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]+");
  private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

  private Words() {}

  /** With its day; empty for none. */
  static String date(@Nullable Instant time, ZoneId zone) {
    return time == null ? "" : DATE.format(time.atZone(zone));
  }

  /** Without its day; empty for none. */
  static String time(@Nullable Instant time, ZoneId zone) {
    return time == null ? "" : TIME.format(time.atZone(zone));
  }

  /** Such as {@code 1h 02m 03s}. */
  static String span(Duration span) {
    long seconds = Math.max(0, span.toSeconds());
    long minutes = seconds / 60;
    if (minutes == 0) {
      return seconds + "s";
    }
    return minutes < 60
        ? String.format(Locale.ROOT, "%dm %02ds", minutes, seconds % 60)
        : String.format(Locale.ROOT, "%dh %02dm %02ds", minutes / 60, minutes % 60, seconds % 60);
  }

  /** Such as {@code 12.3 MB}; a kB has 1000 bytes. */
  static String bytes(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double rest = bytes / 1000.0;
    int unit = 0;
    while (rest >= 999.95 && unit < UNITS.length - 1) {
      rest /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", rest, UNITS[unit]);
  }

  /** Such as {@code 1 file}, {@code 2 files}. */
  static String count(long count, String one, String more) {
    return count + " " + (count == 1 ? one : more);
  }

  /** Text of others on one line, without what a terminal takes for a command; empty for none. */
  static String clean(@Nullable Object text) {
    return text == null ? "" : HARMFUL.matcher(text.toString()).replaceAll(" ").trim();
  }

  /** An address without its query, in which passcodes and tokens stand. */
  static String address(@Nullable String url) {
    String text = clean(url);
    int query = text.indexOf('?');
    return query < 0 ? text : text.substring(0, query) + "?…";
  }
}
