package dev.meetbot.engine.internal.calendar;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the links in a text of any kind: plain, HTML, Markdown, or a mix of them. Pure. */
final class LinkText {
  private static final int MAX_TEXT = 256 * 1024;
  private static final int MAX_LINKS = 200;
  private static final int MAX_LINK = 8192;

  /** With a scheme, or without one when the host can be nothing but a meeting product. */
  private static final Pattern LINK =
      Pattern.compile(
          "(?i)(?<![\\w@./-])(?:https?://|(?=(?:meet\\.google\\.com|teams\\.microsoft\\.com"
              + "|teams\\.live\\.com|meet\\.jit\\.si|(?:[a-z0-9-]{1,63}+\\.)?zoom\\.us)/))"
              + "[^\\s<>\"'\\\\^`|\\u00a0\\u201c\\u201d\\u00ab\\u00bb\\u3000-\\u303f]{4,"
              + MAX_LINK
              + "}");

  /** Marks for line breaks inside of words, which mail programs put into long links. */
  private static final Pattern INVISIBLE =
      Pattern.compile("(?i)<wbr\\s*/?>|&shy;|[\\u00ad\\u200b-\\u200d\\u2060\\ufeff]");

  /** A link that was damaged on the way must not lead to somebody else's meeting. */
  private static final Pattern BROKEN = Pattern.compile("[\\p{Cntrl}\\ufffd\\x{80}-\\x{9f}]");

  private static final Pattern END_ENTITY = Pattern.compile("(?i)&(quot|lt|gt|nbsp|#34|#39|apos);");
  private static final Pattern ILLEGAL = Pattern.compile("[^\\x21-\\x7e]|[{}\\[\\]]");
  private static final String TRAILING = ".,;:!?*_~'\u2026\u3002\uff0c";

  private LinkText() {}

  /** The links in the order in which they stand, each once. */
  static List<URI> in(String text) {
    String cut = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    Matcher matcher = LINK.matcher(INVISIBLE.matcher(cut).replaceAll(""));
    Set<URI> found = new LinkedHashSet<>();
    while (found.size() < MAX_LINKS && matcher.find()) {
      if (!BROKEN.matcher(matcher.group()).find()) {
        uri(tidy(matcher.group())).ifPresent(found::add);
      }
    }
    return List.copyOf(found);
  }

  private static String tidy(String raw) {
    Matcher end = END_ENTITY.matcher(raw);
    String link = end.find() ? raw.substring(0, end.start()) : raw;
    link = link.replaceAll("(?i)&amp;", "&").replace("&#61;", "=").replace("&#x3D;", "=");
    link = withoutTail(link);
    return link.toLowerCase(Locale.ROOT).startsWith("http") ? link : "https://" + link;
  }

  /** Punctuation after a link belongs to the sentence; a bracket does when it was opened there. */
  private static String withoutTail(String link) {
    int end = link.length();
    while (end > 0) {
      char last = link.charAt(end - 1);
      boolean closing = last == ')' && !balanced(link, end, '(', ')');
      closing |= last == ']' && !balanced(link, end, '[', ']');
      closing |= last == '}' && !balanced(link, end, '{', '}');
      if (!closing && TRAILING.indexOf(last) < 0) {
        break;
      }
      end--;
    }
    return link.substring(0, end);
  }

  private static boolean balanced(String link, int end, char open, char close) {
    int depth = 0;
    for (int i = 0; i < end; i++) {
      depth += link.charAt(i) == open ? 1 : link.charAt(i) == close ? -1 : 0;
    }
    return depth >= 0;
  }

  /** The link as a URI; what people leave unescaped is escaped. */
  static Optional<URI> uri(String link) {
    Optional<URI> plain = parsed(link);
    return plain.isPresent() ? plain : parsed(escaped(link));
  }

  private static Optional<URI> parsed(String link) {
    try {
      URI uri = new URI(link);
      return uri.getHost() == null ? Optional.empty() : Optional.of(uri);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String escaped(String link) {
    return ILLEGAL
        .matcher(link.replaceAll("%(?![0-9a-fA-F]{2})", "%25"))
        .replaceAll(
            match -> {
              StringBuilder bytes = new StringBuilder();
              for (byte b : match.group().getBytes(StandardCharsets.UTF_8)) {
                bytes.append(String.format("%%%02X", b));
              }
              return bytes.toString();
            });
  }
}
