package dev.meetbot.sdk.cli;

/** How much room text takes in a terminal, and text cut to its room. Pure. */
final class Cells {
  private static final String CUT = "…";

  private Cells() {}

  static int width(String text) {
    return text.codePoints().map(Cells::width).sum();
  }

  /** Not wider than that; what is cut off shows. */
  static String cut(String text, int room) {
    if (width(text) <= room) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int used = 1;
    for (int point : text.codePoints().toArray()) {
      used += width(point);
      if (used > room) {
        break;
      }
      kept.appendCodePoint(point);
    }
    return kept.toString().stripTrailing() + CUT;
  }

  /** Filled up with blanks. */
  static String pad(String text, int room) {
    return text + " ".repeat(Math.max(0, room - width(text)));
  }

  private static int width(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        Character.isIdeographic(point)
            || (point >= 0x1100 && point <= 0x115f)
            || (point >= 0x3000 && point <= 0x30ff)
            || (point >= 0xac00 && point <= 0xd7a3)
            || (point >= 0xff01 && point <= 0xff60)
            || (point >= 0x1f300 && point <= 0x1faff);
    return wide ? 2 : 1;
  }
}
