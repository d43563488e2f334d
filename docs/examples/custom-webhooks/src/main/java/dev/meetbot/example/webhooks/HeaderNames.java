package dev.meetbot.example.webhooks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Headers as names that a message's properties may have, and back. Letters and digits stay, a dash
 * becomes an underscore ({@code webhook-id} is {@code webhook_id}); whatever else is a {@code $}
 * and four hexadecimal digits. So is the first character of a name that would begin with a digit or
 * with {@code JMS}, which is not ours to use.
 */
final class HeaderNames {
  private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9-]|^[0-9-]|^J(?=MS)");
  private static final Pattern ESCAPES = Pattern.compile("\\$([0-9a-f]{4})");

  private HeaderNames() {}

  static String toProperty(String header) {
    return OTHERS
        .matcher(header)
        .replaceAll(found -> String.format("\\$%04x", (int) found.group().charAt(0)))
        .replace('-', '_');
  }

  static String toHeader(String property) {
    return ESCAPES
        .matcher(property.replace('_', '-'))
        .replaceAll(
            found ->
                Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));
  }
}
