package dev.meetbot.sdk.cli;

import java.io.PrintStream;

/** A line that is written again and again at the same place of a terminal. For any thread. */
final class LiveLine {
  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream out;
  private final Terminal terminal;
  private boolean shown;

  LiveLine(PrintStream out, Terminal terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  synchronized void show(String text) {
    out.print(CLEAR + Cells.cut(text, terminal.columns().getAsInt() - 1));
    out.flush();
    shown = true;
  }

  /** Makes room for a line that stays. Again it does nothing. */
  synchronized void clear() {
    if (shown) {
      out.print(CLEAR);
      out.flush();
      shown = false;
    }
  }
}
