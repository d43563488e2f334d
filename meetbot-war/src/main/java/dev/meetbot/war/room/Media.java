package dev.meetbot.war.room;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a participant sends, by its own account.
 *
 * @param streams which MediaStream id, as in the session description, is what; null means none
 */
public record Media(
    boolean micOn,
    boolean cameraOn,
    boolean sharing,
    boolean speaking,
    @Nullable List<Stream> streams) {
  static final Media NOTHING = new Media(false, false, false, false, List.of());

  /**
   * One media stream.
   *
   * @param kind {@code camera} (with the microphone) or {@code screen}
   */
  public record Stream(String streamId, String kind) {}

  /** Refuses what other participants could not make sense of. */
  Media checked() {
    List<Stream> list = streams == null ? List.of() : streams;
    if (list.size() > 4) {
      throw RoomException.invalid("streams must have at most 4 entries.");
    }
    for (Stream stream : list) {
      if (stream.streamId() == null
          || stream.streamId().isBlank()
          || stream.streamId().length() > 128) {
        throw RoomException.invalid("streamId must have 1 to 128 characters.");
      }
      if (!"camera".equals(stream.kind()) && !"screen".equals(stream.kind())) {
        throw RoomException.invalid("kind must be camera or screen.");
      }
    }
    return new Media(micOn, cameraOn, sharing, speaking, List.copyOf(list));
  }
}
