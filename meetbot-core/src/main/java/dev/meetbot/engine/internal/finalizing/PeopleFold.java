package dev.meetbot.engine.internal.finalizing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers who was there and when, line by line. Used by one thread. */
final class PeopleFold {
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  void joined(String id, String name, boolean host, boolean bot, boolean self, long atMs) {
    Entry entry = known(id);
    entry.describe(name, host, bot, self || entry.self);
    if (entry.since == null) {
      entry.since = atMs;
    }
  }

  void changed(String id, String name, boolean host, boolean bot) {
    Entry entry = known(id);
    entry.describe(name, host, bot, entry.self);
  }

  void left(String id, long atMs) {
    known(id).close(atMs);
  }

  /** Somebody whom a stream belongs to, though nobody saw them come. */
  void mentioned(String id) {
    known(id);
  }

  /** Nobody watches from here on, until they are seen again. */
  void unwatched(long atMs) {
    entries.values().forEach(e -> e.close(atMs));
  }

  List<Person> build(long endMs) {
    List<Person> people = new ArrayList<>();
    entries.forEach((id, e) -> people.add(e.build(id, endMs)));
    return people;
  }

  private Entry known(String id) {
    return entries.computeIfAbsent(id, i -> new Entry());
  }

  private static final class Entry {
    private String name = "";
    private boolean host;
    private boolean bot;
    private boolean self;
    private final List<Span> presence = new ArrayList<>();
    private @Nullable Long since;

    void describe(String newName, boolean isHost, boolean isBot, boolean isSelf) {
      name = PersonName.better(name, newName);
      host = isHost;
      bot = isBot;
      self = isSelf;
    }

    void close(long atMs) {
      if (since != null) {
        presence.add(new Span(since, Math.max(since, atMs)));
        since = null;
      }
    }

    Person build(String id, long endMs) {
      List<Span> all = new ArrayList<>(presence);
      if (since != null) {
        all.add(new Span(since, Math.max(since, endMs)));
      }
      boolean gone = since == null && !all.isEmpty();
      Long left = gone ? (Long) all.get(all.size() - 1).endMs() : null;
      return new Person(id, name, host, bot, self, all, left);
    }
  }
}
