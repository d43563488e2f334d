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
 * @param sources which media stream, or which contributing source in one, is whose
 * @param marks when the page marked somebody as speaking, oldest first; numbers tell new ones from
 *     old, and the page may forget old ones
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
    List<SpeakerMark> marks,
    @Nullable Permission permission) {
  public MeetingSnapshot {
    participants = List.copyOf(participants);
    chat = List.copyOf(chat);
    captions = List.copyOf(captions);
    sources = List.copyOf(sources);
    marks = List.copyOf(marks);
  }

  /** A snapshot without marks. */
  public MeetingSnapshot(
      MeetingState state,
      @Nullable String words,
      @Nullable Instant admittedAt,
      List<Participant> participants,
      List<ChatMessage> chat,
      List<Caption> captions,
      List<MediaSource> sources,
      @Nullable Permission permission) {
    this(state, words, admittedAt, participants, chat, captions, sources, List.of(), permission);
  }

  /** A snapshot without marks and without a word about recording. */
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
   * <p>Where several streams have the same id, as where each person comes in a connection of their
   * own and the server names all streams alike, a track is named instead: every received {@code
   * MediaStreamTrack} has, under {@code Symbol.for('dev.meetbot.track')}, a label that no other
   * track has. A source with a label goes before one with a stream's id.
   *
   * @param streamId id of the WebRTC media stream, or a track's label, or the id of a source within
   *     streams as {@link #contributing} makes it
   */
  public record MediaSource(String streamId, String participantId, Kind kind) {
    /** The id of a contributing source (CSRC), which is the same in whatever stream it comes. */
    public static String contributing(long csrc) {
      return "csrc:" + csrc;
    }

    /** What the stream shows. */
    public enum Kind {
      CAMERA,
      SCREEN
    }
  }

  /**
   * The page marked somebody as speaking, or no longer.
   *
   * @param number rises by every mark of this page
   * @param at when the page showed it, which may be some time after it was true
   */
  public record SpeakerMark(
      long number, String participantId, Instant at, boolean on, Source source) {
    /** Where the page has it from, the most trustworthy first. */
    public enum Source {
      /** The platform's own data, read from its channel. */
      DATA_CHANNEL,
      /** The platform names one active speaker at a time. */
      ACTIVE_SPEAKER,
      /** A tile that lights up. */
      HIGHLIGHT
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
