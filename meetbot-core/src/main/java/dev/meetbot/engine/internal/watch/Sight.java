package dev.meetbot.engine.internal.watch;

import dev.meetbot.spi.meeting.MeetingSnapshot;
import dev.meetbot.spi.meeting.MeetingSnapshot.Participant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the checks of one tick look at.
 *
 * @param askedAt when the bot asked to be let in
 * @param joinedAt when it was let in; null before
 * @param lastAudioAt when anybody was last heard by the recorder; null when nobody was yet
 */
public record Sight(
    MeetingSnapshot snapshot,
    Instant now,
    Instant askedAt,
    @Nullable Instant joinedAt,
    @Nullable Instant lastAudioAt) {
  /** Whether the bot has been let in before. */
  public boolean inCall() {
    return joinedAt != null;
  }

  /** Everybody but the bot itself. */
  public List<Participant> others() {
    return snapshot.participants().stream().filter(p -> !p.self()).toList();
  }

  /** How long ago the bot asked to be let in, as people say it. */
  String sinceAsking() {
    return Duration.between(askedAt, now).toSeconds() + " s after asking";
  }

  /** The page's own words in quotes, or nothing. */
  String words() {
    return snapshot.words() == null ? "" : ": \"" + snapshot.words() + "\"";
  }
}
