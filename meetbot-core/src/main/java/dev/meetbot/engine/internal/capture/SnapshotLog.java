package dev.meetbot.engine.internal.capture;

import dev.meetbot.spi.meeting.MeetingSnapshot;
import dev.meetbot.spi.meeting.MeetingSnapshot.Caption;
import dev.meetbot.spi.meeting.MeetingSnapshot.ChatMessage;
import dev.meetbot.spi.meeting.MeetingSnapshot.MediaSource;
import dev.meetbot.spi.meeting.MeetingSnapshot.Participant;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes into the log what changed from one snapshot to the next; writer thread. */
final class SnapshotLog {
  private final CapturePlan plan;
  private final CaptureRun run;
  private final MarkLog marks;
  private Map<String, Participant> present = Map.of();
  private final Map<String, MediaSource> sources = new HashMap<>();
  private final Map<String, Caption> captions = new HashMap<>();
  private final Set<String> chat = new HashSet<>();
  private final Set<String> speaking = new HashSet<>();

  SnapshotLog(CapturePlan plan, CaptureRun run) {
    this.plan = plan;
    this.run = run;
    this.marks = new MarkLog(run);
  }

  /** Takes the next snapshot; what people say and write during a pause is not kept. */
  void add(MeetingSnapshot snapshot, long atMs) {
    participants(snapshot, atMs);
    for (MediaSource source : snapshot.sources()) {
      if (!source.equals(sources.put(source.streamId(), source))) {
        run.log()
            .add(
                "source",
                atMs,
                l ->
                    l.add("streamId", source.streamId())
                        .add("participantId", source.participantId())
                        .add("kind", source.kind().name().toLowerCase(Locale.ROOT)));
      }
    }
    boolean kept = !run.paused();
    marks.add(snapshot, atMs);
    boolean lit = kept && !marks.any();
    snapshot.participants().forEach(p -> hint(p.id(), p.speaking() && lit, atMs));
    snapshot.captions().forEach(c -> caption(c, atMs, kept && plan.captions()));
    snapshot.chat().forEach(m -> chat(m, atMs, kept && plan.chat()));
  }

  private void participants(MeetingSnapshot snapshot, long atMs) {
    Map<String, Participant> now = new LinkedHashMap<>();
    snapshot.participants().forEach(p -> now.put(p.id(), p));
    for (Participant p : now.values()) {
      Participant before = present.get(p.id());
      if (before == null) {
        run.log()
            .add(
                "participant_joined",
                atMs,
                l ->
                    l.add("id", p.id())
                        .add("name", p.name())
                        .add("host", p.host())
                        .add("bot", p.bot())
                        .add("self", p.self()));
      } else if (!before.name().equals(p.name())
          || before.host() != p.host()
          || before.bot() != p.bot()) {
        run.log()
            .add(
                "participant_changed",
                atMs,
                l ->
                    l.add("id", p.id())
                        .add("name", p.name())
                        .add("host", p.host())
                        .add("bot", p.bot()));
      }
    }
    for (String id : present.keySet()) {
      if (!now.containsKey(id)) {
        hint(id, false, atMs);
        marks.left(id, atMs);
        run.log().add("participant_left", atMs, l -> l.add("id", id));
      }
    }
    present = now;
  }

  private void hint(String participantId, boolean on, long atMs) {
    if (on ? speaking.add(participantId) : speaking.remove(participantId)) {
      run.log()
          .add("speaking_hint", atMs, l -> l.add("participantId", participantId).add("on", on));
    }
  }

  private void caption(Caption caption, long atMs, boolean kept) {
    boolean news = !caption.equals(captions.put(caption.id(), caption));
    boolean allowed = !run.excludes(caption.startAt().toEpochMilli());
    if (news && kept && allowed && sinceZero(caption.endAt()) >= 0) {
      run.log()
          .add(
              "caption",
              atMs,
              l ->
                  l.add("id", caption.id())
                      .add("speakerId", caption.speakerId())
                      .add("speaker", caption.speaker())
                      .add("text", caption.text())
                      .add("startMs", Math.max(0, sinceZero(caption.startAt())))
                      .add("endMs", sinceZero(caption.endAt())));
    }
  }

  private void chat(ChatMessage message, long atMs, boolean kept) {
    boolean allowed = !run.excludes(message.at().toEpochMilli());
    if (chat.add(message.id()) && kept && allowed && sinceZero(message.at()) >= 0) {
      run.log()
          .add(
              "chat",
              atMs,
              l ->
                  l.add("id", message.id())
                      .add("senderId", message.senderId())
                      .add("sender", message.sender())
                      .add("atMs", sinceZero(message.at()))
                      .add("text", message.text()));
    }
  }

  private long sinceZero(Instant at) {
    return (long) run.sinceZero(at.toEpochMilli());
  }
}
