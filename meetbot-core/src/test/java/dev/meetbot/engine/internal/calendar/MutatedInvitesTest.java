package dev.meetbot.engine.internal.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.meetbot.engine.InvalidJobException;
import dev.meetbot.model.Job;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Damaged invites: nothing breaks, nothing hangs, and a job comes only of a link that the rules
 * know and a time that stands in the text.
 */
final class MutatedInvitesTest {
  private static final int CASES = 5000;
  private static final long SEED = 20261122;
  private static final Duration BOUND = Duration.ofSeconds(5);
  private static final Duration FURTHEST_ZONE = Duration.ofHours(18);
  private static final Pattern TIME =
      Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})T(\\d{2}):?(\\d{2}):?(\\d{2})");
  private static final Pattern ESCAPE = Pattern.compile("%([0-9a-fA-F]{2})");
  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

  @Test
  void neverBreakAndMakeNoJobOfGarbage() {
    Random random = new Random(SEED);
    Mutation mutation = new Mutation(random);
    List<Layout> layouts = Layout.all();
    int jobs = 0;
    int refused = 0;
    for (int i = 0; i < CASES; i++) {
      Layout layout = layouts.get(random.nextInt(layouts.size()));
      byte[] mail = layout.mails().get(random.nextInt(layout.mails().size()));
      byte[] damaged = mutation.damaged(mail);
      CalendarFixture calendar = new CalendarFixture();
      try {
        assertTimeoutPreemptively(BOUND, () -> calendar.receive(damaged));
      } catch (InvalidJobException e) {
        refused++;
      }
      for (Job job : calendar.jobs()) {
        jobs++;
        check(layout.name() + " #" + i, job, damaged);
      }
    }
    // both must happen, or the damage is too small or too great to test anything
    assertThat(jobs).isGreaterThan(CASES / 10);
    assertThat(refused).isGreaterThan(10);
  }

  private static void check(String name, Job job, byte[] mail) {
    URI url = job.spec().meetingUrl();
    String text = plain(mail);
    assertThat(LinkRule.platformOf(url)).as(name).contains(job.spec().platform());
    String raw = url.getRawPath().substring(url.getRawPath().lastIndexOf('/') + 1);
    String path = url.getPath().substring(url.getPath().lastIndexOf('/') + 1);
    assertThat(text.contains(raw) || text.contains(path))
        .as(name + ": the meeting of " + url + " in " + text)
        .isTrue();
    Instant start = Instant.parse(calendar(job).getString("start"));
    boolean series = calendar(job).containsKey("recurrenceId");
    assertThat(times(text))
        .as(name + ": a time for " + start)
        .anyMatch(
            time ->
                start.isAfter(time.minus(FURTHEST_ZONE).minusSeconds(1))
                    && (series || start.isBefore(time.plus(FURTHEST_ZONE).plusSeconds(1))));
  }

  private static JsonObject calendar(Job job) {
    try (JsonReader reader = Json.createReader(new StringReader(job.spec().metadata()))) {
      return reader.readObject().getJsonObject("calendar");
    }
  }

  /** Unfolded, and without the escapes of links and mails. */
  private static String plain(byte[] mail) {
    String text = IcsText.of(mail, null).replaceAll("\r\n[ \t]", "");
    String clean = text.replaceAll("[\u00ad\u200b-\u200d\u2060\ufeff]", "");
    return clean + "\n" + decoded(clean);
  }

  private static String decoded(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(match.group(1), 16))));
  }

  private static List<Instant> times(String text) {
    List<Instant> times = new ArrayList<>();
    Matcher matcher = TIME.matcher(text);
    while (matcher.find()) {
      String digits = matcher.group().replaceAll("[^0-9]", "").replaceFirst("60$", "59");
      try {
        times.add(LocalDateTime.parse(digits, BASIC).toInstant(ZoneOffset.UTC));
      } catch (DateTimeException e) {
        // no time at all
      }
    }
    return times;
  }
}
