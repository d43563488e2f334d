package dev.meetbot.engine.internal.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of time zones in invites to the JDK's zones: IANA names, Windows names, the names that
 * calendar programs prefix with their own, and zones that only their definition tells. Immutable.
 */
final class InviteZones {
  private static final String TABLE = "windows-zones.properties";
  private static final int PROBES = 60;
  private static final int PROBE_DAYS = 13;

  /** {@code /mozilla.org/20050126_1/Europe/Berlin}, {@code /citadel.org/.../America/New_York}. */
  private static final Pattern PREFIXED = Pattern.compile("(?:.*/)?(\\w+/[\\w+-]+(?:/[\\w-]+)?)");

  /** {@code (UTC+01:00) Amsterdam, Berlin, ...}: an offset only, so the definition goes first. */
  private static final Pattern OFFSET =
      Pattern.compile("\\(?(?:UTC|GMT)\\s*([+-]\\d{1,2}:?\\d{2})?\\)?.*");

  private final Map<String, ZoneId> windows = new HashMap<>();

  InviteZones() {
    Properties table = new Properties();
    try (InputStream in = InviteZones.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException("no " + TABLE);
      }
      table.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    table.forEach(
        (name, zone) -> windows.put(key(String.valueOf(name)), ZoneId.of(String.valueOf(zone))));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).strip();
  }

  /** The zone of that name; empty when nobody knows it. */
  Optional<ZoneId> named(String name) {
    String bare = name.strip().replaceAll("^\"|\"$", "");
    ZoneId fromWindows = windows.get(key(bare));
    if (fromWindows != null) {
      return Optional.of(fromWindows);
    }
    Optional<ZoneId> known = iana(bare);
    if (known.isPresent()) {
      return known;
    }
    Matcher prefixed = PREFIXED.matcher(bare);
    return prefixed.matches() ? iana(prefixed.group(1)) : Optional.empty();
  }

  private static Optional<ZoneId> iana(String name) {
    try {
      return Optional.of(ZoneId.of(name, ZoneId.SHORT_IDS));
    } catch (DateTimeException e) {
      return ZoneId.getAvailableZoneIds().stream()
          .filter(id -> id.equalsIgnoreCase(name))
          .findFirst()
          .map(ZoneId::of);
    }
  }

  /**
   * The zone of a name that says nothing but an offset, for example {@code (UTC+01:00) Berlin};
   * empty when it does not even say that.
   */
  static Optional<ZoneId> offset(String name) {
    Matcher matcher = OFFSET.matcher(name.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String offset = matcher.group(1) == null ? "+00:00" : matcher.group(1);
    try {
      boolean shortHour = offset.replace(":", "").length() == 4;
      String full = shortHour ? offset.charAt(0) + "0" + offset.substring(1) : offset;
      return Optional.of(ZoneOffset.of(full));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * A zone of the JDK that has the definition's offsets in the two years around that day, so that
   * later instances follow the clock change; the definition's offset on that day when there is no
   * such zone.
   */
  ZoneId like(TimeZone definition, LocalDate day) {
    List<Instant> probes = new ArrayList<>();
    Instant first = day.minusDays(30).atStartOfDay(ZoneOffset.UTC).toInstant();
    for (int i = 0; i < PROBES; i++) {
      probes.add(first.plusSeconds(86_400L * PROBE_DAYS * i));
    }
    return candidates().stream()
        .filter(zone -> probes.stream().allMatch(at -> sameOffset(definition, zone, at)))
        .findFirst()
        .orElseGet(() -> ZoneOffset.ofTotalSeconds(definition.getOffset(at(day)) / 1000));
  }

  /** Zones of the table first: of many with equal rules they are the best known. */
  private List<ZoneId> candidates() {
    List<ZoneId> zones = new ArrayList<>(windows.values());
    zones.sort((a, b) -> a.getId().compareTo(b.getId()));
    new TreeSet<>(ZoneId.getAvailableZoneIds()).forEach(id -> zones.add(ZoneId.of(id)));
    return zones;
  }

  private static boolean sameOffset(TimeZone definition, ZoneId zone, Instant at) {
    int seconds = zone.getRules().getOffset(at).getTotalSeconds();
    return definition.getOffset(at.toEpochMilli()) == seconds * 1000;
  }

  private static long at(LocalDate day) {
    return day.atTime(12, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
  }
}
