package dev.meetbot.engine.internal.calendar;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes links out of the wrappers that mail systems put around them; nothing is fetched. Wrappers
 * that hide the target (a number in somebody's database) stay as they are. Pure.
 */
final class Redirects {
  private static final int MAX_DEPTH = 5;

  /** Where a wrapper keeps its target. */
  private record Wrapper(Pattern host, String parameter) {}

  private static final List<Wrapper> WRAPPERS =
      List.of(
          wrapper("[\\w.-]+\\.safelinks\\.protection\\.(outlook|office365)\\.(com|us|cn)", "url"),
          wrapper("statics\\.teams\\.(cdn\\.office\\.net|microsoft\\.com)", "url"),
          wrapper("(www\\.)?google\\.[a-z.]{2,6}", "q"),
          wrapper("(www\\.)?google\\.[a-z.]{2,6}", "url"),
          wrapper("linkprotect\\.cudasvc\\.com", "a"),
          wrapper("slack-redir\\.net", "url"),
          wrapper("l\\.facebook\\.com", "u"),
          wrapper("www\\.linkedin\\.com", "url"),
          wrapper("clicktime\\.symantec\\.com", "u"),
          wrapper("deref-[\\w.-]+", "redirectUrl"));

  private static final Pattern PROOFPOINT_3 = Pattern.compile("/v3/__(.+?)__;([A-Za-z0-9_=-]*)!.*");

  private Redirects() {}

  private static Wrapper wrapper(String host, String parameter) {
    return new Wrapper(Pattern.compile(host), parameter);
  }

  /** The innermost link. */
  static URI unwrapped(URI link) {
    URI inner = link;
    for (int depth = 0; depth < MAX_DEPTH; depth++) {
      Optional<URI> next = target(inner);
      if (next.isEmpty()) {
        return inner;
      }
      inner = next.get();
    }
    return inner;
  }

  private static Optional<URI> target(URI link) {
    String host = link.getHost().toLowerCase(Locale.ROOT);
    if (host.equals("urldefense.com") || host.equals("urldefense.us")) {
      return proofpoint3(link);
    }
    if (host.equals("urldefense.proofpoint.com")) {
      boolean second = String.valueOf(link.getRawPath()).startsWith("/v2");
      return parameter(link, "u")
          .map(u -> second ? decoded(u.replace('-', '%').replace('_', '/')) : u)
          .flatMap(Redirects::web);
    }
    return WRAPPERS.stream()
        .filter(wrapper -> wrapper.host.matcher(host).matches())
        .flatMap(wrapper -> parameter(link, wrapper.parameter).flatMap(Redirects::web).stream())
        .findFirst();
  }

  /** Version 3 replaces unusual characters by stars, and lists them behind in Base64. */
  private static Optional<URI> proofpoint3(URI link) {
    Matcher matcher = PROOFPOINT_3.matcher(link.toString().replaceFirst("^https?://[^/]+", ""));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    StringBuilder target = new StringBuilder();
    String replaced = replaced(matcher.group(2));
    int next = 0;
    for (char c : matcher.group(1).toCharArray()) {
      boolean star = c == '*' && next < replaced.length();
      target.append(star ? replaced.charAt(next++) : c);
    }
    return web(target.toString().replaceFirst("^(https?):/(?=[^/])", "$1://"));
  }

  private static String replaced(String base64) {
    try {
      return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static Optional<String> parameter(URI link, String name) {
    String query = link.getRawQuery();
    if (query == null) {
      return Optional.empty();
    }
    for (String part : query.split("&")) {
      if (part.startsWith(name + "=")) {
        return Optional.of(decoded(part.substring(name.length() + 1)));
      }
    }
    return Optional.empty();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static Optional<URI> web(String link) {
    boolean web = link.regionMatches(true, 0, "http", 0, 4);
    return web ? LinkText.uri(link) : Optional.empty();
  }
}
