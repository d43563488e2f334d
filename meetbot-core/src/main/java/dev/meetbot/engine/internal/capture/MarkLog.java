package dev.meetbot.engine.internal.capture;

import dev.meetbot.spi.meeting.MeetingSnapshot;
import dev.meetbot.spi.meeting.MeetingSnapshot.SpeakerMark;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes into the log when the page marked somebody as speaking, at the time at which it did;
 * nothing of a pause. Writer thread.
 */
final class MarkLog {
  private record Key(String participantId, SpeakerMark.Source source) {}

  private final CaptureRun run;
  private final Set<Key> on = new LinkedHashSet<>();
  private final Set<Key> logged = new HashSet<>();
  private long last = Long.MIN_VALUE;
  private boolean any;

  MarkLog(CaptureRun run) {
    this.run = run;
  }

  /** Whether this page marks speakers so, and its highlights need not be looked at. */
  boolean any() {
    return any;
  }

  /** Takes the marks of the next snapshot; those that were there before do nothing. */
  void add(MeetingSnapshot snapshot, long atMs) {
    List<SpeakerMark> marks = snapshot.marks();
    any = any || !marks.isEmpty();
    if (!marks.isEmpty() && marks.get(marks.size() - 1).number() < last) {
      // The page was loaded anew and counts from the beginning.
      end(atMs);
      last = Long.MIN_VALUE;
    }
    for (SpeakerMark mark : marks) {
      if (mark.number() > last) {
        last = mark.number();
        take(mark, Math.min(mark.at().toEpochMilli(), atMs));
      }
    }
    if (run.paused()) {
      Set.copyOf(logged).forEach(k -> log(k, atMs, false));
    } else {
      on.forEach(k -> log(k, atMs, true));
    }
  }

  /** That person has left. */
  void left(String participantId, long atMs) {
    for (Key key : Set.copyOf(on)) {
      if (key.participantId.equals(participantId)) {
        on.remove(key);
        log(key, atMs, false);
      }
    }
  }

  private void take(SpeakerMark mark, long atMs) {
    Key key = new Key(mark.participantId(), mark.source());
    if (mark.on()) {
      on.add(key);
    } else {
      on.remove(key);
    }
    if (!mark.on() || !run.excludes(atMs)) {
      log(key, atMs, mark.on());
    }
  }

  private void end(long atMs) {
    on.clear();
    Set.copyOf(logged).forEach(k -> log(k, atMs, false));
  }

  private void log(Key key, long atMs, boolean speaking) {
    if (speaking ? logged.add(key) : logged.remove(key)) {
      run.log()
          .add(
              "speaking_hint",
              atMs,
              l ->
                  l.add("participantId", key.participantId)
                      .add("on", speaking)
                      .add("source", key.source.name().toLowerCase(Locale.ROOT)));
    }
  }
}
