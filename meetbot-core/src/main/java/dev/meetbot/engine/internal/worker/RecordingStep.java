package dev.meetbot.engine.internal.worker;

import dev.meetbot.model.RecordingState;

/**
 * What the recorder has to do so that it does what the client wishes and the host allows. The
 * decision is a pure function; the table is in its test.
 */
enum RecordingStep {
  NOTHING,
  /** From idle, or once more after a stop. */
  START,
  PAUSE,
  RESUME,
  STOP;

  /** What the client wishes. */
  enum Wish {
    RUN,
    PAUSE,
    STOP
  }

  /**
   * The next step.
   *
   * @param allowed whether the host allows to record, or need not be asked
   */
  static RecordingStep of(RecordingState now, Wish wish, boolean allowed) {
    boolean run = wish == Wish.RUN && allowed;
    return switch (now) {
      case IDLE, STOPPED -> run ? START : NOTHING;
      case RECORDING -> run ? NOTHING : wish == Wish.STOP ? STOP : PAUSE;
      case PAUSED -> run ? RESUME : wish == Wish.STOP ? STOP : NOTHING;
    };
  }
}
