package dev.meetbot.provider.platform.web;

import dev.meetbot.spi.meeting.MeetingSnapshot.Participant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Remembers names, so that one which was read is not lost to an empty one or to a word that stands
 * for a name, and knows the bot itself. One thread.
 */
final class PeopleMemory {
  private final Map<String, String> names = new HashMap<>();
  private final Set<String> placeholders;

  /**
   * @param placeholders what pages write when they do not know a name yet
   */
  PeopleMemory(Set<String> placeholders) {
    this.placeholders = placeholders.stream().map(PeopleMemory::folded).collect(Collectors.toSet());
  }

  /**
   * Everybody by their best name.
   *
   * @param ownName what the bot calls itself: where the page marks nobody as the bot, the only one
   *     of that name is
   */
  List<Participant> known(List<Participant> seen, String ownName) {
    List<Participant> named = seen.stream().map(this::named).toList();
    if (named.stream().anyMatch(Participant::self)) {
      return named;
    }
    List<Participant> same = named.stream().filter(p -> p.name().equals(ownName)).toList();
    return same.size() != 1
        ? named
        : named.stream().map(p -> p.equals(same.get(0)) ? withSelf(p) : p).toList();
  }

  private Participant named(Participant seen) {
    if (!seen.name().isEmpty() && !placeholders.contains(folded(seen.name()))) {
      names.put(seen.id(), seen.name());
      return seen;
    }
    String name = names.getOrDefault(seen.id(), seen.name());
    return new Participant(seen.id(), name, seen.self(), seen.host(), seen.bot(), seen.speaking());
  }

  private static Participant withSelf(Participant p) {
    return new Participant(p.id(), p.name(), true, p.host(), p.bot(), p.speaking());
  }

  private static String folded(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
