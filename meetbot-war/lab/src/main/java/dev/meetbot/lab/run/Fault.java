package dev.meetbot.lab.run;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What breaks, and when. */
record Fault(String platform, Phase phase, Kind kind) {

  /** How far the bot has come. */
  enum Phase {
    JOINING,
    WAITING,
    IN_CALL,
    RECORDING
  }

  /** What happens to it. */
  enum Kind {
    /** Its page hangs. */
    FREEZE,
    /** Its page dies. */
    CRASH,
    /** Its connection to the meeting is gone. */
    CUT
  }

  /** Every one of a platform. */
  static List<Fault> of(String platform) {
    return Arrays.stream(Phase.values())
        .flatMap(
            phase -> Arrays.stream(Kind.values()).map(kind -> new Fault(platform, phase, kind)))
        .toList();
  }

  /** The code that the job must fail with. */
  String code() {
    return kind == Kind.CUT ? "network_loss" : "internal_error";
  }

  boolean beforeTheCall() {
    return phase == Phase.JOINING || phase == Phase.WAITING;
  }

  /** A page of the next try is another one; the connection stays cut. */
  boolean strikesAgain() {
    return beforeTheCall() && kind != Kind.CUT;
  }

  /** When it strikes, in words. */
  String when() {
    return switch (phase) {
      case JOINING -> "joining";
      case WAITING -> "waiting to be let in";
      case IN_CALL -> "in the call";
      case RECORDING -> "recording";
    };
  }

  String name() {
    return "fault-"
        + platform
        + "-"
        + phase.name().toLowerCase(Locale.ROOT)
        + "-"
        + kind.name().toLowerCase(Locale.ROOT);
  }
}
