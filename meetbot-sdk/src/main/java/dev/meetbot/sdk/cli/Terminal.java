package dev.meetbot.sdk.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.function.IntSupplier;

/**
 * The three streams, and what is known of where they go.
 *
 * @param outIsTerminal whether a person sees {@code out} as it comes
 * @param errIsTerminal the same of {@code err}
 * @param columns how many there are; asked for only where there is a terminal
 * @param colour whether colours are wanted
 */
record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    IntSupplier columns,
    boolean colour) {

  /** A line on {@code out}; fails when nobody reads any more. */
  void print(String line) {
    out.println(line);
    if (out.checkError()) {
      throw new CliException(ExitCode.LOCAL, "nobody reads the output any more");
    }
  }

  /** A line for people on {@code err}, which scripts may throw away. */
  void tell(String line) {
    err.println(line);
  }

  /** As wide as it may be, without an end where nobody looks at it. */
  int width() {
    return outIsTerminal ? columns.getAsInt() : Integer.MAX_VALUE;
  }
}
