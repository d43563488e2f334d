package dev.meetbot.engine.internal.finalizing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that the logs of a job's attempts tell, on one line of time: ms from {@code startedAt}.
 *
 * @param people in order of arrival
 * @param damagedLines how many lines of the logs could not be read
 */
record CapturedMeeting(
    Instant startedAt,
    long durationMs,
    String stopReason,
    List<Person> people,
    List<CapturedTrack> tracks,
    Map<CapturedTrack.Id, List<LevelRun>> levels,
    List<MixSource> mixSources,
    List<Hint> hints,
    List<Caption> captions,
    List<Chat> chat,
    List<Span> pauses,
    List<Gap> gaps,
    List<Event> events,
    int damagedLines) {
  /** Loudness in steps: 0 is the loudest, 127 silence (RFC 6464). */
  record LevelRun(long fromMs, int stepMs, int[] dbov) {}

  /**
   * How loud a track was while that contributing source was in it.
   *
   * @param owner null when nobody found out
   */
  record MixSource(
      CapturedTrack.Id track,
      String streamId,
      CapturedTrack.@Nullable Owner owner,
      List<LevelRun> levels) {}

  /** The page marked somebody as speaking, or no longer. */
  record Hint(String participantId, long atMs, boolean on, Evidence source) {}

  /** A line of the page's captions. */
  record Caption(String speakerId, String speaker, long startMs, long endMs, String text) {}

  /** A message in the meeting's chat. */
  record Chat(String senderId, String sender, long atMs, String text) {}

  /** Something that was lost; of the whole recording when there is no track. */
  record Gap(Span span, CapturedTrack.@Nullable Id track, String reason) {}

  /** A line of {@code events.jsonl}: facts are strings or booleans. */
  record Event(long atMs, String type, Map<String, Object> facts) {}

  Optional<Person> person(String id) {
    return people.stream().filter(p -> p.id().equals(id)).findFirst();
  }

  /** The same meeting, lasting at least that long. */
  CapturedMeeting lasting(long ms) {
    if (ms <= durationMs) {
      return this;
    }
    return new CapturedMeeting(
        startedAt,
        ms,
        stopReason,
        people,
        tracks,
        levels,
        mixSources,
        hints,
        captions,
        chat,
        pauses,
        gaps,
        events,
        damagedLines);
  }

  /** The same meeting, in which more is known of whose its sounds are. */
  CapturedMeeting owned(List<CapturedTrack> itsTracks, List<MixSource> itsSources) {
    return new CapturedMeeting(
        startedAt,
        durationMs,
        stopReason,
        people,
        itsTracks,
        levels,
        itsSources,
        hints,
        captions,
        chat,
        pauses,
        gaps,
        events,
        damagedLines);
  }

  /** The same meeting, in which that happened too. */
  CapturedMeeting and(List<Event> more) {
    List<Event> all = new ArrayList<>(events);
    all.addAll(more);
    all.sort(Comparator.comparingLong(Event::atMs));
    return new CapturedMeeting(
        startedAt,
        durationMs,
        stopReason,
        people,
        tracks,
        levels,
        mixSources,
        hints,
        captions,
        chat,
        pauses,
        gaps,
        List.copyOf(all),
        damagedLines);
  }
}
