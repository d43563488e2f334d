package dev.meetbot.lab.truth;

import java.util.List;

/**
 * What one guest did, by its own log, in epoch milliseconds.
 *
 * @param toRecorder its sender's counters of the connection to the recording bot
 * @param toOthers the same of each connection to another guest
 */
public record GuestTruth(
    Speech speech, List<SentSample> toRecorder, List<List<SentSample>> toOthers) {

  public GuestTruth {
    toRecorder = List.copyOf(toRecorder);
    toOthers = List.copyOf(toOthers);
  }
}
