package dev.meetbot.engine.internal.watch;

import dev.meetbot.spi.meeting.MeetingSnapshot.Participant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells bots from people: by the platform's mark, or by whole words of the name, so that "Reader"
 * is no "Read".
 */
record BotNames(Set<String> phrases) implements Predicate<Participant> {
  private static final List<String> KNOWN =
      List.of(
          "otter",
          "fireflies",
          "read ai",
          "read.ai",
          "tl;dv",
          "fathom",
          "grain",
          "fellow",
          "avoma",
          "gong",
          "chorus",
          "notta",
          "meetgeek",
          "sembly",
          "ai companion",
          "copilot",
          "meetbot");

  /** The built-in names and these. */
  static BotNames with(Set<String> more) {
    Set<String> all = new HashSet<>(KNOWN);
    more.forEach(name -> all.add(name.toLowerCase(Locale.ROOT)));
    return new BotNames(Set.copyOf(all));
  }

  @Override
  public boolean test(Participant participant) {
    String name = " " + participant.name().toLowerCase(Locale.ROOT) + " ";
    return participant.bot() || phrases.stream().anyMatch(phrase -> holds(name, phrase));
  }

  private static boolean holds(String name, String phrase) {
    for (int at = name.indexOf(phrase); at > 0; at = name.indexOf(phrase, at + 1)) {
      int end = at + phrase.length();
      if (!Character.isLetterOrDigit(name.charAt(at - 1))
          && !Character.isLetterOrDigit(name.charAt(end))) {
        return true;
      }
    }
    return false;
  }
}
