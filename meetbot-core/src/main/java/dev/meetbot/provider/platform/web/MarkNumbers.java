package dev.meetbot.provider.platform.web;

import dev.meetbot.spi.meeting.MeetingSnapshot.SpeakerMark;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Numbers the marks of all documents and of all their lists in one row. One thread. */
final class MarkNumbers {
  private static final int KEPT = 400;
  private static final Set<String> SOURCES =
      Set.of(
          SpeakerMark.Source.DATA_CHANNEL.name(),
          SpeakerMark.Source.ACTIVE_SPEAKER.name(),
          SpeakerMark.Source.HIGHLIGHT.name());

  private final Map<String, Long> last = new HashMap<>();
  private final Deque<SpeakerMark> marks = new ArrayDeque<>();
  private long number;

  /** The latest marks, with the reading's new ones. */
  List<SpeakerMark> with(Reading reading) {
    for (String list : List.of("ownMarks", "marks")) {
      String series = reading.document() + " " + list;
      for (LooseJson mark : reading.marks(list)) {
        if (mark.number("number") > last.getOrDefault(series, 0L)) {
          last.put(series, mark.number("number"));
          add(mark);
        }
      }
    }
    return List.copyOf(marks);
  }

  private void add(LooseJson mark) {
    if (mark.text("participantId").isEmpty() || !SOURCES.contains(mark.text("source"))) {
      return;
    }
    marks.add(
        new SpeakerMark(
            ++number,
            mark.text("participantId"),
            Instant.ofEpochMilli(mark.number("atMs")),
            mark.flag("on"),
            SpeakerMark.Source.valueOf(mark.text("source"))));
    if (marks.size() > KEPT) {
      marks.removeFirst();
    }
  }
}
