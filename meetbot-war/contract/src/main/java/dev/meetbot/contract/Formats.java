package dev.meetbot.contract;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The formats that the document uses. */
final class Formats {
  private static final Map<String, Predicate<String>> KNOWN =
      Map.of(
          "date-time",
          pattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)"),
          "uuid",
          pattern("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
          "uri",
          Formats::isUri,
          "password",
          text -> true);

  private Formats() {}

  /**
   * Whether a text is of a format.
   *
   * @throws IllegalArgumentException when nobody has said yet what that format is
   */
  static boolean holds(String format, String text) {
    Predicate<String> known = KNOWN.get(format);
    if (known == null) {
      throw new IllegalArgumentException("the format " + format + " is not known here");
    }
    return known.test(text);
  }

  private static Predicate<String> pattern(String regex) {
    return Pattern.compile(regex).asMatchPredicate();
  }

  private static boolean isUri(String text) {
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
