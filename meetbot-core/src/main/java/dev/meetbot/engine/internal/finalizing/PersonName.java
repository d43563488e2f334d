package dev.meetbot.engine.internal.finalizing;

import java.util.regex.Pattern;

/** Which of the names that a page showed for one person is kept. Pure. */
final class PersonName {
  /** What pages write while they do not know, or for people who gave no name. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "(unknown|anonymous)?[ _-]*(unknown|anonymous|guest|participant|user|caller|attendee)"
              + "[ _-]*[(#]?\\d*\\)?",
          Pattern.CASE_INSENSITIVE);

  private PersonName() {}

  /** The newer name, unless it says less than the older one. */
  static String better(String older, String newer) {
    String name = newer.strip();
    boolean less = name.isEmpty() || (!placeholder(older) && placeholder(name));
    return less ? older : name;
  }

  /** Whether that is no name of a person. */
  static boolean placeholder(String name) {
    return name.isBlank() || PLACEHOLDER.matcher(name.strip()).matches();
  }
}
