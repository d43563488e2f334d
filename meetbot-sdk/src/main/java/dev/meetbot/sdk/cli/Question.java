package dev.meetbot.sdk.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Asks the person at the terminal. */
final class Question {
  private Question() {}

  /** Only a yes is a yes; where nobody can be asked, the caller has to be told before. */
  static boolean isYes(Session session, String question) throws IOException {
    Terminal terminal = session.terminal();
    if (!terminal.errIsTerminal() || session.json()) {
      throw new CliException(ExitCode.USAGE, "nobody can be asked here: add --yes");
    }
    terminal.err().print(question + " Type yes: ");
    terminal.err().flush();
    String answer =
        new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8)).readLine();
    return answer != null && answer.strip().equalsIgnoreCase("yes");
  }
}
