package dev.meetbot.war.room;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may be called a name or a message here; everything else is refused, not repaired. */
final class Texts {
  private static final Pattern ROOM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private static final String MISSING = "no-such-room";

  private Texts() {}

  static String roomName(String name) {
    if (!ROOM.matcher(name).matches()) {
      throw RoomException.invalid(
          "A room name has 1 to 64 letters, digits, '.', '_' or '-' and begins with a letter or"
              + " digit.");
    }
    return name;
  }

  /** A name that stands for a meeting which never exists, for trying that out. */
  static boolean isMissing(String roomName) {
    return roomName.equals(MISSING) || roomName.startsWith(MISSING + "-");
  }

  static String displayName(@Nullable String name) {
    String text = bounded("displayName", name, 64);
    if (text.codePoints().anyMatch(Texts::isControl)) {
      throw RoomException.invalid("displayName must not have control characters.");
    }
    return text;
  }

  static String chat(@Nullable String text) {
    return message("text", text, 2000);
  }

  static String caption(@Nullable String text) {
    return message("text", text, 1000);
  }

  static String prompt(@Nullable String text) {
    return message("prompt", text, 2000);
  }

  private static String message(String field, @Nullable String value, int max) {
    String text = bounded(field, value, max);
    if (text.codePoints().anyMatch(c -> c != '\n' && c != '\t' && isControl(c))) {
      throw RoomException.invalid(field + " must not have control characters.");
    }
    return text;
  }

  private static String bounded(String field, @Nullable String value, int max) {
    String text = value == null ? "" : value.strip();
    if (text.isEmpty() || text.codePointCount(0, text.length()) > max) {
      throw RoomException.invalid(field + " must have 1 to " + max + " characters.");
    }
    return text;
  }

  private static boolean isControl(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }
}
