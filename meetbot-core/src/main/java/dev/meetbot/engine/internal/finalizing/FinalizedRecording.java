package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.spi.artifact.ArtifactKey;
import java.util.List;

/**
 * What finalizing made.
 *
 * @param manifest where it lies
 * @param durationMs from the start to the end of recording, 0 when nothing was recorded
 * @param recordedSeconds what was really recorded, without pauses and outages, rounded up
 * @param warnings what could not be made, in sentences; they stand in the manifest too
 */
public record FinalizedRecording(
    ArtifactKey manifest, long durationMs, long recordedSeconds, List<String> warnings) {
  public FinalizedRecording {
    warnings = List.copyOf(warnings);
  }
}
