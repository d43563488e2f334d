package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.engine.internal.finalizing.CapturedMeeting.Caption;
import dev.meetbot.engine.internal.finalizing.CapturedMeeting.Chat;
import dev.meetbot.engine.internal.finalizing.CapturedMeeting.Event;
import dev.meetbot.engine.internal.finalizing.CapturedMeeting.Gap;
import dev.meetbot.engine.internal.finalizing.CapturedMeeting.Hint;
import dev.meetbot.engine.internal.finalizing.CapturedTrack.Owner;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.meeting.AudioShape;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Folds the log lines of all attempts, oldest first, into one meeting whose zero is the first
 * attempt's start. Used by one thread.
 */
final class LogFold {
  /** Reason of the gap between two attempts. */
  static final String WORKER_LOST = "worker_lost";

  /** What a page calls the stream that has everybody in it. */
  private static final String MAIN = "mainAudio";

  private final PeopleFold people = new PeopleFold();
  private final List<CapturedTrack> tracks = new ArrayList<>();
  private final Map<StreamId, Owner> owners = new HashMap<>();
  private final Map<CapturedTrack.Id, List<StreamId>> streams = new HashMap<>();
  private final LevelFold levels = new LevelFold();
  private final List<Hint> hints = new ArrayList<>();
  private final Map<String, Caption> captions = new LinkedHashMap<>();
  private final Map<String, Chat> chat = new LinkedHashMap<>();
  private final List<Span> pauses = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private @Nullable Long pausedAtMs;
  private boolean stoppedByClient;
  private @Nullable Long zero;
  private String stopReason = "";
  private int attempt;
  private ArtifactKey folder = new ArtifactKey("none");
  private long shiftMs;
  private long lastMs;
  private boolean fresh;
  private AudioShape shape = AudioShape.OWN_TRACKS;
  private int damaged;

  /** A stream's id is unique within an attempt only. */
  private record StreamId(int attempt, String id) {}

  /** The lines from here on are of that attempt, whose files lie in that folder. */
  void attempt(int number, ArtifactKey itsFolder) {
    attempt = number;
    folder = itsFolder;
    fresh = true;
  }

  /** A line that could not be read. */
  void damagedLine() {
    damaged++;
  }

  /** The next line. One that lacks what it should have counts as damaged. */
  void line(JsonObject line) {
    try {
      long at = line.getJsonNumber("at").longValue();
      if (fresh) {
        begin(at);
      }
      fold(line, line.getString("t"), at - zeroMs());
      lastMs = Math.max(lastMs, at - zeroMs());
    } catch (NullPointerException | ClassCastException | IllegalArgumentException e) {
      damaged++;
    }
  }

  private long zeroMs() {
    return zero == null ? 0 : zero;
  }

  private void begin(long at) {
    fresh = false;
    if (zero == null) {
      zero = at;
      return;
    }
    shiftMs = Math.max(0, at - zero);
    people.unwatched(lastMs);
    resume(lastMs);
    if (shiftMs > lastMs) {
      gaps.add(new Gap(new Span(lastMs, shiftMs), null, WORKER_LOST));
      event(lastMs, WORKER_LOST, Map.of());
    }
    event(shiftMs, "recording_continued", Map.of());
  }

  private void fold(JsonObject line, String type, long now) {
    switch (type) {
      case "track" -> track(line);
      case "source" -> source(line);
      case "levels" -> levels.add(line, attempt, shiftMs);
      case "participant_joined", "participant_changed", "participant_left" ->
          person(line, type, Math.max(0, now));
      case "speaking_hint" ->
          hints.add(
              new Hint(
                  line.getString("participantId"),
                  Math.max(0, now),
                  line.getBoolean("on"),
                  Evidence.ofHint(line.getString("source", ""))));
      case "caption" -> caption(line);
      case "chat" -> chat(line);
      case "pause" -> {
        if (pausedAtMs == null) {
          pausedAtMs = now;
          stoppedByClient = line.getString("reason", "").equals("stopped");
          event(now, "recording_paused", Map.of());
        }
      }
      case "resume" -> {
        if (resume(now)) {
          event(now, "recording_resumed", Map.of());
        }
      }
      case "gap" -> gap(line);
      case "capture_started" -> {
        shape = AudioShape.valueOf(line.getString("shape", "own_tracks").toUpperCase(Locale.ROOT));
        if (shiftMs == 0) {
          event(0, "recording_started", Map.of());
        }
      }
      case "capture_stopped" -> {
        stopReason = line.getString("reason", "");
        event(now, "recording_stopped", Map.of("reason", stopReason));
      }
      default -> {
        // A newer writer may say more than this reader knows.
      }
    }
  }

  private void track(JsonObject line) {
    CapturedTrack.Id id = new CapturedTrack.Id(attempt, line.getInt("track"));
    String stream = line.getString("streamId", "");
    boolean main = (stream + line.getString("trackId", "")).contains(MAIN);
    // A label is the track's alone, the same stream id may come in several connections.
    streams.put(
        id,
        List.of(new StreamId(attempt, line.getString("label", "")), new StreamId(attempt, stream)));
    long firstMs = line.containsKey("firstMs") ? line.getJsonNumber("firstMs").longValue() : 0;
    tracks.add(
        new CapturedTrack(
            id,
            CapturedTrack.Kind.valueOf(line.getString("kind").toUpperCase(Locale.ROOT)),
            line.getString("codec"),
            line.getString("method"),
            folder.resolve(line.getString("file")),
            shiftMs + firstMs,
            line.getInt("width", 0),
            line.getInt("height", 0),
            null,
            new CapturedTrack.Stream(stream, main, shape)));
  }

  private void source(JsonObject line) {
    String participant = line.getString("participantId");
    boolean screen = line.getString("kind", "camera").equals("screen");
    owners.put(new StreamId(attempt, line.getString("streamId")), new Owner(participant, screen));
    people.mentioned(participant);
  }

  private void person(JsonObject line, String type, long now) {
    String id = line.getString("id");
    String name = line.getString("name", "");
    boolean host = line.getBoolean("host", false);
    boolean bot = line.getBoolean("bot", false);
    switch (type) {
      case "participant_joined" ->
          people.joined(id, name, host, bot, line.getBoolean("self", false), now);
      case "participant_changed" -> people.changed(id, name, host, bot);
      default -> {
        people.left(id, now);
        event(now, type, Map.of("id", id));
        return;
      }
    }
    event(now, type, Map.of("id", id, "name", name, "host", host, "bot", bot));
  }

  private void caption(JsonObject line) {
    captions.put(
        attempt + "/" + line.getString("id"),
        new Caption(
            line.getString("speakerId", ""),
            line.getString("speaker", ""),
            line.getJsonNumber("startMs").longValue() + shiftMs,
            line.getJsonNumber("endMs").longValue() + shiftMs,
            line.getString("text")));
  }

  private void chat(JsonObject line) {
    chat.put(
        // A bot that comes back reads the same message a second time.
        line.getString("id"),
        new Chat(
            line.getString("senderId", ""),
            line.getString("sender", ""),
            line.getJsonNumber("atMs").longValue() + shiftMs,
            line.getString("text")));
  }

  private void gap(JsonObject line) {
    Span span =
        new Span(
            line.getJsonNumber("fromMs").longValue() + shiftMs,
            line.getJsonNumber("toMs").longValue() + shiftMs);
    CapturedTrack.Id track =
        line.containsKey("track") ? new CapturedTrack.Id(attempt, line.getInt("track")) : null;
    gaps.add(new Gap(span, track, line.getString("reason", "")));
    event(span.startMs(), "gap", Map.of("reason", line.getString("reason", "")));
  }

  private boolean resume(long now) {
    if (pausedAtMs == null) {
      return false;
    }
    pauses.add(new Span(pausedAtMs, Math.max(pausedAtMs, now)));
    pausedAtMs = null;
    return true;
  }

  private void event(long atMs, String type, Map<String, Object> facts) {
    events.add(new Event(Math.max(0, atMs), type, facts));
  }

  /** The meeting; empty when no line could be read. */
  Optional<CapturedMeeting> build() {
    if (zero == null) {
      return Optional.empty();
    }
    if (pausedAtMs != null && stoppedByClient) {
      lastMs = pausedAtMs; // stopped and never started again: the recording ended there
      pausedAtMs = null;
    }
    resume(lastMs);
    List<CapturedTrack> owned = tracks.stream().map(this::withOwner).toList();
    events.sort(Comparator.comparingLong(Event::atMs));
    return Optional.of(
        new CapturedMeeting(
            Instant.ofEpochMilli(zero),
            lastMs,
            stopReason,
            people.build(lastMs),
            owned,
            levels.ofTracks(),
            levels.ofSources((its, stream) -> owners.get(new StreamId(its, stream))),
            List.copyOf(hints),
            List.copyOf(captions.values()),
            List.copyOf(chat.values()),
            List.copyOf(pauses),
            List.copyOf(gaps),
            List.copyOf(events),
            damaged));
  }

  private CapturedTrack withOwner(CapturedTrack t) {
    Owner owner =
        streams.getOrDefault(t.id(), List.of()).stream()
            .map(owners::get)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    return t.as(owner, t.method());
  }
}
