package dev.meetbot.lab.demo;

import java.io.PrintStream;

/** One line per step on the terminal, with the seconds since the start. */
final class Progress {
  private final PrintStream out;
  private final long start = System.nanoTime();

  Progress(PrintStream out) {
    this.out = out;
  }

  void step(String text) {
    out.printf("[%5.1f s] %s%n", (System.nanoTime() - start) / 1e9, text);
    out.flush();
  }
}
