package dev.meetbot.sdk.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of dispatch: how the bot gets in. A passcode on the command line would be seen. */
final class EntryOptions {
  @Option(
      names = "--sign-in",
      paramLabel = "WHEN",
      description = "With a stored account: never, if_required or always.")
  private @Nullable String signIn;

  @Option(
      names = "--passcode-file",
      paramLabel = "FILE",
      description = "Holds the meeting's passcode; - reads it from standard input.")
  private @Nullable String passcodeFile;

  @Option(
      names = "--passcode-env",
      paramLabel = "VARIABLE",
      description = "The environment variable that holds it.")
  private @Nullable String passcodeVariable;

  @Option(
      names = "--film",
      negatable = true,
      description = "Films the way in, for when bots do not get in.")
  private @Nullable Boolean film;

  void into(Fields fields, Outside outside) {
    fields
        .put("join", "signIn", signIn)
        .put("join", "passcode", passcode(outside))
        .put("join", "film", film);
  }

  private @Nullable String passcode(Outside outside) {
    if (passcodeVariable != null) {
      String value = outside.variable(passcodeVariable);
      if (value == null) {
        throw new CliException(ExitCode.USAGE, passcodeVariable + " is not set");
      }
      return value;
    }
    return passcodeFile == null ? null : Given.text(passcodeFile, outside).strip();
  }
}
