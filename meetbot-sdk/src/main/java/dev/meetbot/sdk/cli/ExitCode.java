package dev.meetbot.sdk.cli;

/** What the program ends with; documented in {@code docs/cli.md}. */
enum ExitCode {
  DONE(0),
  /** The job ended failed or cancelled, or a check of the doctor failed. */
  ENDED_BADLY(1),
  USAGE(2),
  NOT_SIGNED_IN(3),
  NOT_FOUND(4),
  /** The server understood and refused. */
  REFUSED(5),
  /** The server or the way to it is in trouble; later it may go. */
  UNREACHABLE(6),
  /** A file or a program of this machine. */
  LOCAL(7),
  TIMEOUT(124),
  INTERRUPTED(130);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
