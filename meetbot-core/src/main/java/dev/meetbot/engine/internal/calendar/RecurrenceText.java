package dev.meetbot.engine.internal.calendar;

import biweekly.ICalVersion;
import biweekly.io.ParseContext;
import biweekly.io.TimezoneInfo;
import biweekly.io.WriteContext;
import biweekly.io.scribe.property.RecurrenceRuleScribe;
import biweekly.parameter.ICalParameters;
import biweekly.property.RecurrenceRule;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Recurrence rules as text and back, and which of them a meeting can have. Pure. */
final class RecurrenceText {
  private static final Pattern UNTIL = Pattern.compile("UNTIL=[^;]*");
  private static final int MAX_LENGTH = 2000;
  private static final int MAX_INSTANCES_A_DAY = 24;

  /** Meetings every second are an attack or a mistake. */
  private static final Set<Frequency> MEETINGS =
      Set.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY);

  private RecurrenceText() {}

  /** The rule's value as it stands in a calendar. */
  static String of(RecurrenceRule rule) {
    WriteContext context = new WriteContext(ICalVersion.V2_0, new TimezoneInfo(), null);
    String text = new RecurrenceRuleScribe().writeText(rule, context);
    ICalDate until = rule.getValue().getUntil();
    if (until == null || until.getRawComponents() == null) {
      return text;
    }
    // the library writes it in its own zone, but the text must keep the sender's
    String raw = until.getRawComponents().toString(until.hasTime(), false);
    return UNTIL.matcher(text).replaceFirst("UNTIL=" + raw);
  }

  /** The rule; empty when the text is none. */
  static Optional<Recurrence> parse(String text) {
    String bare = text.strip().replaceFirst("(?i)^RRULE:", "");
    if (bare.length() > MAX_LENGTH || !bare.toUpperCase(Locale.ROOT).contains("FREQ=")) {
      return Optional.empty();
    }
    ParseContext context = new ParseContext();
    context.setVersion(ICalVersion.V2_0);
    try {
      RecurrenceRule rule =
          new RecurrenceRuleScribe().parseText(bare, null, new ICalParameters(), context);
      return Optional.ofNullable(rule.getValue()).filter(r -> r.getFrequency() != null);
    } catch (RuntimeException e) {
      return Optional.empty(); // the library has no one type for what it cannot read
    }
  }

  /** Whether the rule repeats as meetings do: daily at most, with few times a day. */
  static boolean plausible(Recurrence rule) {
    long perDay = times(rule.getByHour()) * times(rule.getByMinute()) * times(rule.getBySecond());
    Integer interval = rule.getInterval();
    return MEETINGS.contains(rule.getFrequency())
        && perDay <= MAX_INSTANCES_A_DAY
        && (interval == null || interval >= 1 && interval <= 1000)
        && rule.getXRules().isEmpty()
        && within(rule.getByMonth(), 1, 12)
        && within(rule.getByMonthDay(), -31, 31)
        && within(rule.getByYearDay(), -366, 366)
        && within(rule.getByWeekNo(), -53, 53)
        && within(rule.getByHour(), 0, 23)
        && within(rule.getByMinute(), 0, 59)
        && within(rule.getBySecond(), 0, 59);
  }

  private static boolean within(List<Integer> values, int min, int max) {
    return values.stream()
        .allMatch(value -> value >= min && value <= max && (min >= 0 || value != 0));
  }

  private static long times(List<Integer> values) {
    return Math.max(1, values.size());
  }
}
