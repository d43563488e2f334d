package dev.meetbot.sdk;

/**
 * What the recorder does. A newer server may send one that is not among the constants; it keeps its
 * text.
 *
 * @param text as on the wire
 */
public record RecordingState(String text) {
  /** Has not begun. */
  public static final RecordingState IDLE = new RecordingState("idle");

  /** Records. */
  public static final RecordingState RECORDING = new RecordingState("recording");

  /** Pauses. */
  public static final RecordingState PAUSED = new RecordingState("paused");

  /** Has stopped. */
  public static final RecordingState STOPPED = new RecordingState("stopped");

  @Override
  public String toString() {
    return text;
  }
}
