package dev.meetbot.engine.internal.worker;

import dev.meetbot.spi.meeting.MeetingSnapshot;
import dev.meetbot.spi.meeting.MeetingState;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a bot got how far, and what the page said meanwhile. Used by the run's thread. */
final class Journal {
  /** A page that goes to and fro for hours must not fill the memory. */
  private static final int MOST = 200;

  private final InstantSource clock;
  private final Instant start;
  private final List<Entry> entries = new ArrayList<>();
  private @Nullable MeetingState state;
  private @Nullable String words;

  private record Entry(Instant at, String what, @Nullable String words) {}

  Journal(InstantSource clock) {
    this.clock = clock;
    this.start = clock.instant();
  }

  /** The bot got that far. */
  void reached(String what) {
    add(what, null);
  }

  /** The page showed this; the same again is not noted. */
  void saw(MeetingSnapshot snapshot) {
    if (snapshot.state() != state || !java.util.Objects.equals(words, snapshot.words())) {
      state = snapshot.state();
      words = snapshot.words();
      add("page_" + snapshot.state().name().toLowerCase(java.util.Locale.ROOT), snapshot.words());
    }
  }

  private void add(String what, @Nullable String said) {
    if (entries.size() < MOST) {
      entries.add(new Entry(clock.instant(), what, said));
    }
  }

  /** Everything in order, each with its milliseconds since the browser was asked for. */
  JsonArrayBuilder toJson() {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (Entry entry : entries) {
      JsonObjectBuilder line =
          Json.createObjectBuilder()
              .add("afterMs", Duration.between(start, entry.at()).toMillis())
              .add("at", entry.at().toString())
              .add("what", entry.what());
      if (entry.words() != null) {
        line.add("words", entry.words());
      }
      array.add(line);
    }
    return array;
  }
}
