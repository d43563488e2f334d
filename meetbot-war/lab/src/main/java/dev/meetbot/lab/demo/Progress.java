package dev.meetbot.lab.demo;

import java.io.PrintStream;

/** One line per step on the terminal, with the seconds since the start. */
public final class Progress {
  private final PrintStream out;
  private final long start = System.nanoTime();

  public Progress(PrintStream out) {
    this.out = out;
  }

  /** Tells a step; any thread may. */
  public synchronized void step(String text) {
    out.printf("[%5.1f s] %s%n", (System.nanoTime() - start) / 1e9, text);
    out.flush();
  }
}
