package dev.meetbot.sdk.cli;

/** Colours that mean something; text says the same without them. */
enum Colour {
  GOOD("32"),
  WARN("33"),
  BAD("31"),
  LIVE("36");

  private final String code;

  Colour(String code) {
    this.code = code;
  }

  String on(String text, boolean wanted) {
    return wanted ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
