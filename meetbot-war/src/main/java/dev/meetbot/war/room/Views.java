package dev.meetbot.war.room;

import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What participants get to see; times are milliseconds since 1970. */
final class Views {
  private Views() {}

  /** Answer to joining. */
  public record Joined(
      String participantId, String token, @Nullable String hostToken, String state) {}

  /** What may be told before joining. */
  public record Info(String name, boolean open, boolean waitingRoom, boolean hostPresent) {}

  /** The receiver itself. */
  public record Self(
      String id,
      String name,
      String state,
      boolean host,
      boolean bot,
      int generation,
      @Nullable Long waitingSince,
      @Nullable Long admittedAt) {}

  /**
   * Somebody in the call.
   *
   * @param generation counts the page loads of this participant: with each, all its peer
   *     connections are new
   */
  public record Participant(
      String id,
      String name,
      boolean host,
      boolean bot,
      int generation,
      long joinedAt,
      boolean micOn,
      boolean cameraOn,
      boolean sharing,
      boolean speaking,
      @Nullable List<Media.Stream> streams) {}

  /** Somebody before the door; told to hosts only. */
  public record Waiting(String id, String name, boolean bot, long since) {}

  /** Who records. */
  public record Recorder(String id, String name) {}

  /** An open question to the host. */
  public record Ask(String requestId, String participantId, String name, String prompt) {}

  /** The host's answer to a participant's question. */
  public record Answer(
      String requestId,
      String participantId,
      boolean granted,
      String respondentId,
      String respondent,
      long atMs) {}

  /** A chat message. */
  public record Chat(String id, String senderId, String sender, long atMs, String text) {}

  /** A caption; a later one of the same id replaces it. */
  public record Caption(
      String id,
      String speakerId,
      String speaker,
      String text,
      long startMs,
      long endMs,
      @JsonbProperty("final") boolean complete) {}

  /** A step of negotiation from another participant. */
  public record Signal(
      String from, @Nullable JsonObject description, @Nullable JsonObject candidate) {}

  /** Somebody is gone; reason is left, removed or connection_lost. */
  public record Left(String id, String reason) {}

  /** The receiver is out: left, denied, removed, ended or connection_lost. */
  public record Closed(String reason) {}

  /** Everything at once: on joining, on being admitted, and after a reload. */
  public record Snapshot(
      Self self,
      String roomName,
      boolean waitingRoom,
      List<Participant> participants,
      List<Waiting> waiting,
      List<Recorder> recordingBy,
      @Nullable Ask ask,
      @Nullable Answer answer) {}

  /** Error body. */
  public record Problem(String error, String message) {}
}
