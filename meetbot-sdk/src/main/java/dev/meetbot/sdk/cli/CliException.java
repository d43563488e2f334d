package dev.meetbot.sdk.cli;

/** Ends the program with a line for people and a code for machines. */
final class CliException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode code;

  CliException(ExitCode code, String message) {
    super(message);
    this.code = code;
  }

  ExitCode code() {
    return code;
  }
}
