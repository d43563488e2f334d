package dev.meetbot.spi.meeting;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a meeting's page showed at one moment. Times are the bot machine's clock.
 *
 * @param words the page's own words for its state; null when it says nothing
 * @param admittedAt when the bot came into the call; null before
 * @param participants everybody in the call, the bot's own tile too (marked {@code self})
 * @param chat the latest messages, oldest first; ids tell new ones from old
 * @param captions the latest captions, oldest first; a caption may grow under the same id
 * @param sources which media stream is whose
 * @param permission the host's latest word in the platform's own dialog, to the question that this
 *     bot asked; null when there is none
 */
public record MeetingSnapshot(
    MeetingState state,
    @Nullable String words,
    @Nullable Instant admittedAt,
    List<Participant> participants,
    List<ChatMessage> chat,
    List<Caption> captions,
    List<MediaSource> sources,
    @Nullable Permission permission) {
  public MeetingSnapshot {
    participants = List.copyOf(participants);
    chat = List.copyOf(chat);
    captions = List.copyOf(captions);
    sources = List.copyOf(sources);
  }

  /** A snapshot without a word about recording. */
  public MeetingSnapshot(
      MeetingState state,
      @Nullable String words,
      @Nullable Instant admittedAt,
      List<Participant> participants,
      List<ChatMessage> chat,
      List<Caption> captions,
      List<MediaSource> sources) {
    this(state, words, admittedAt, participants, chat, captions, sources, null);
  }

  /** A snapshot that knows only the state. */
  public static MeetingSnapshot of(MeetingState state) {
    return new MeetingSnapshot(state, null, null, List.of(), List.of(), List.of(), List.of());
  }

  /** Somebody, or the bot itself, in the call. */
  public record Participant(
      String id, String name, boolean self, boolean host, boolean bot, boolean speaking) {}

  /** A line of the meeting's chat. */
  public record ChatMessage(String id, String senderId, String sender, Instant at, String text) {}

  /** What somebody said, as the platform wrote it down. */
  public record Caption(
      String id, String speakerId, String speaker, String text, Instant startAt, Instant endAt) {}

  /**
   * Whose a stream is.
   *
   * @param streamId id of the WebRTC media stream
   */
  public record MediaSource(String streamId, String participantId, Kind kind) {
    /** What the stream shows. */
    public enum Kind {
      CAMERA,
      SCREEN
    }
  }

  /**
   * Whether the host allows to record.
   *
   * @param id differs from that of every earlier word, so that a repeated one is told from a new
   *     one
   * @param respondent the name of who answered
   */
  public record Permission(String id, boolean granted, String respondent) {}
}
