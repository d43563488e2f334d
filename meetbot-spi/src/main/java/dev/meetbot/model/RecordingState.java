package dev.meetbot.model;

import java.util.Locale;

/** What the recorder does; a pause shows here and not in the job's status. */
public enum RecordingState {
  IDLE,
  RECORDING,
  PAUSED,
  STOPPED;

  /** The name on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
