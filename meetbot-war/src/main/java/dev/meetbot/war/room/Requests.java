package dev.meetbot.war.room;

import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbProperty;
import org.jspecify.annotations.Nullable;

/** Bodies of the requests; a field that is missing is null or false. */
final class Requests {
  private Requests() {}

  /**
   * Joins a room.
   *
   * @param hostToken as given to whoever opened the room
   * @param resumeToken the participant token from before a reload of the page
   * @param waitingRoom whether guests wait for admission; counts only for who opens the room
   * @param bots whether bots may ask to join; counts only for who opens the room
   */
  public record Join(
      @Nullable String displayName,
      boolean bot,
      @Nullable String hostToken,
      @Nullable String resumeToken,
      @Nullable Boolean waitingRoom,
      @Nullable Boolean bots) {}

  /**
   * A step of WebRTC's negotiation for one other participant.
   *
   * @param generation of the addressee, as told in its description
   */
  public record Signal(
      @Nullable String to,
      int generation,
      @Nullable JsonObject description,
      @Nullable JsonObject candidate) {
    /**
     * A step is one of both.
     *
     * @throws RoomException when it is not
     */
    void check() {
      if ((description == null) == (candidate == null)) {
        throw RoomException.invalid("A signal has either a description or a candidate.");
      }
    }
  }

  /** The page of this generation goes away. */
  public record Away(int generation) {}

  /** A chat message. */
  public record Chat(@Nullable String text) {}

  /** A caption; until the last piece of an utterance each replaces the one before. */
  public record Caption(@Nullable String text, @JsonbProperty("final") boolean complete) {}

  /** Names another participant. */
  public record Target(@Nullable String participantId) {}

  /** Says whether the sender records. */
  public record Recording(boolean on) {}

  /** Asks the host whether the meeting may be recorded. */
  public record Ask(@Nullable String prompt) {}

  /** The host's answer. */
  public record Answer(boolean granted) {}
}
