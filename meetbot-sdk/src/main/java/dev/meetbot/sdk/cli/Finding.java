package dev.meetbot.sdk.cli;

/**
 * What the doctor found of one thing.
 *
 * @param advice what to do; empty when there is nothing to do
 */
record Finding(String name, Level level, String what, String advice) {
  /** How bad it is. */
  enum Level {
    OK(Colour.GOOD),
    WARN(Colour.WARN),
    FAIL(Colour.BAD);

    private final Colour colour;

    Level(Colour colour) {
      this.colour = colour;
    }

    Colour colour() {
      return colour;
    }

    String text() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  static Finding ok(String name, String what) {
    return new Finding(name, Level.OK, what, "");
  }

  static Finding warn(String name, String what, String advice) {
    return new Finding(name, Level.WARN, what, advice);
  }

  static Finding fail(String name, String what, String advice) {
    return new Finding(name, Level.FAIL, what, advice);
  }

  /** Something that matters only in some cases. */
  static Finding missing(boolean matters, String name, String what, String advice) {
    return new Finding(name, matters ? Level.FAIL : Level.WARN, what, advice);
  }
}
