package dev.meetbot.war.settings;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Texts to values; writes down every problem instead of stopping at the first. */
final class SettingTexts {
  private static final BigDecimal MOST_DOLLARS = new BigDecimal("1000000");

  private static final Set<String> BROWSER_SCHEMES = Set.of("ws", "wss", "http", "https");

  private final Map<SettingKey, String> texts;
  private final List<String> problems = new ArrayList<>();

  SettingTexts(Map<SettingKey, String> texts) {
    this.texts = texts;
  }

  /**
   * To be called when everything was read.
   *
   * @throws SettingsException when something was wrong
   */
  void check() {
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
  }

  @Nullable String text(SettingKey key) {
    return texts.get(key);
  }

  /** A secret as it is, or what is in the file that {@code @} and a path name, without blanks. */
  @Nullable String secret(SettingKey key) {
    String text = texts.get(key);
    if (text == null || !text.startsWith("@")) {
      return text;
    }
    try {
      String secret = Files.readString(Path.of(text.substring(1))).strip();
      if (!secret.isEmpty()) {
        return secret;
      }
      problems.add(key.property() + " names an empty file");
    } catch (IOException | InvalidPathException e) {
      problems.add(key.property() + " names a file that cannot be read: " + e);
    }
    return null;
  }

  long number(SettingKey key, long fallback, long min, long max) {
    Long number =
        parsed(
            key,
            text -> {
              long value = Long.parseLong(text);
              return value >= min && value <= max ? value : null;
            },
            "a whole number from " + min + " to " + max);
    return number == null ? fallback : number;
  }

  /** A part of something; 1 for all of it. */
  double share(SettingKey key, double fallback, double max) {
    Double share =
        parsed(
            key,
            text -> {
              double value = Double.parseDouble(text);
              return value > 0 && value <= max ? value : null;
            },
            "a number above 0, up to " + (int) max);
    return share == null ? fallback : share;
  }

  /** An amount in dollars as millionths of one; exact, not negative. */
  long micros(SettingKey key, long fallback) {
    Long micros =
        parsed(
            key,
            text -> {
              BigDecimal dollars = new BigDecimal(text);
              boolean sane = dollars.signum() >= 0 && dollars.compareTo(MOST_DOLLARS) <= 0;
              boolean exact = dollars.stripTrailingZeros().scale() <= 6;
              return sane && exact ? dollars.movePointRight(6).longValueExact() : null;
            },
            "an amount from 0 to " + MOST_DOLLARS + " with at most six decimals");
    return micros == null ? fallback : micros;
  }

  boolean flag(SettingKey key, boolean fallback) {
    Boolean flag =
        parsed(
            key,
            text ->
                switch (text) {
                  case "true" -> Boolean.TRUE;
                  case "false" -> Boolean.FALSE;
                  default -> null;
                },
            "true or false");
    return flag == null ? fallback : flag;
  }

  Duration duration(SettingKey key, Duration fallback) {
    Duration duration = parsed(key, Durations::parse, Durations.EXPECTED);
    return duration == null ? fallback : duration;
  }

  List<Duration> durations(SettingKey key, List<Duration> fallback) {
    List<Duration> durations =
        parsed(
            key,
            text -> pieces(text).map(Durations::parse).toList(),
            "a list of durations with commas; each " + Durations.EXPECTED);
    return durations == null ? fallback : durations;
  }

  Set<String> names(SettingKey key) {
    String text = texts.get(key);
    return text == null ? Set.of() : pieces(text).collect(Collectors.toUnmodifiableSet());
  }

  @Nullable Path path(SettingKey key) {
    return parsed(key, text -> Path.of(text).toAbsolutePath().normalize(), "a path");
  }

  /** One of the words; the first when there is none. */
  String oneOf(SettingKey key, String... words) {
    List<String> known = List.of(words);
    String word =
        parsed(key, text -> known.contains(text) ? text : null, String.join(" or ", known));
    return word == null ? words[0] : word;
  }

  /** Writes down what is wrong with one; the words must not hold a secret. */
  void problem(SettingKey key, String words) {
    problems.add(key.property() + " " + words);
  }

  /** Without that one another makes no sense. */
  void require(SettingKey key) {
    if (texts.get(key) == null) {
      problems.add(key.property() + " is required in worker mode");
    }
  }

  /** One that is given makes sense only with another. */
  void requireWith(SettingKey given, SettingKey key) {
    if (texts.get(key) == null) {
      problems.add(key.property() + " is required with " + given.property());
    }
  }

  ZoneId zone(SettingKey key, ZoneId fallback) {
    ZoneId zone = parsed(key, SettingTexts::zone, "a time zone such as Europe/Berlin");
    return zone == null ? fallback : zone;
  }

  private static @Nullable ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** An http or https address that ends with a slash; one is added when it does not. */
  @Nullable URI address(SettingKey key) {
    return parsed(
        key,
        text -> {
          URI uri = uri(text.endsWith("/") ? text : text + "/");
          boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
          return web && uri.getHost() != null && uri.getQuery() == null ? uri : null;
        },
        "an absolute http or https address");
  }

  /** An http or https address as it is. */
  @Nullable URI link(SettingKey key) {
    return parsed(
        key,
        text -> {
          URI uri = uri(text);
          boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
          return web && uri.getHost() != null && uri.getRawUserInfo() == null ? uri : null;
        },
        "an absolute http or https address");
  }

  /** Where browsers are; the address may hold a secret, so it is not repeated. */
  @Nullable URI endpoint(SettingKey key) {
    String text = texts.get(key);
    if (text == null) {
      return null;
    }
    try {
      URI uri = new URI(text);
      if (uri.getHost() != null && BROWSER_SCHEMES.contains(String.valueOf(uri.getScheme()))) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // told below
    }
    problem(key, "must be an absolute ws, wss, http or https address");
    return null;
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Stream<String> pieces(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).filter(piece -> !piece.isEmpty());
  }

  /** Null when the setting was not given, or is wrong, which is written down. */
  private <T> @Nullable T parsed(
      SettingKey key, Function<String, @Nullable T> parse, String expected) {
    String text = texts.get(key);
    if (text == null) {
      return null;
    }
    T value = null;
    try {
      value = parse.apply(text);
    } catch (IllegalArgumentException e) {
      // told below; NumberFormatException and InvalidPathException are among them
    }
    if (value == null) {
      problems.add(key.property() + " must be " + expected + ", not \"" + text + "\"");
    }
    return value;
  }
}
