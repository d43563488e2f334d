package dev.meetbot.engine.internal.capture;

/** Turns a counter of 16 or 32 bits that starts over into one that does not. */
final class Unwrapper {
  private final long cycle;
  private boolean begun;
  private long last;

  Unwrapper(int bits) {
    cycle = 1L << bits;
  }

  /** The value nearest to the last one given; it may go back. */
  long unwrap(long raw) {
    if (!begun) {
      begun = true;
      last = raw + cycle;
      return last;
    }
    long step = Math.floorMod(raw - last, cycle);
    last += step > cycle / 2 ? step - cycle : step;
    return last;
  }
}
