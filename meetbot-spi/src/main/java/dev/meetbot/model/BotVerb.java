package dev.meetbot.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a client may ask of a bot that is on its way or in a call. */
public enum BotVerb {
  PAUSE_RECORDING,
  RESUME_RECORDING,
  STOP_RECORDING,
  LEAVE_CALL,
  SEND_CHAT_MESSAGE,
  REQUEST_RECORDING_PERMISSION;

  /** The name on the wire, for example {@code pause-recording}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The verb of that wire name. */
  public static Optional<BotVerb> find(String wireName) {
    return Arrays.stream(values()).filter(v -> v.wireName().equals(wireName)).findFirst();
  }
}
