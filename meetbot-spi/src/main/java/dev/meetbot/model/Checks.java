package dev.meetbot.model;

/** Argument checks of the values in this package. */
final class Checks {
  private Checks() {}

  static String text(String value, int min, int max, String what) {
    if (value.length() < min || value.length() > max) {
      throw new IllegalArgumentException(
          what + " must have " + min + " to " + max + " characters, has " + value.length());
    }
    return value;
  }

  static int atLeast(int value, int min, String what) {
    if (value < min) {
      throw new IllegalArgumentException(what + " must be at least " + min + ", is " + value);
    }
    return value;
  }
}
