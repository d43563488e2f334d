package dev.meetbot.engine;

import dev.meetbot.model.JoinSpec.SignIn;
import org.jspecify.annotations.Nullable;

/**
 * How a client wants its bot to get in. Its text leaves the passcode out.
 *
 * @param signIn null for what the engine's settings say
 * @param passcode the meeting's, in clear; the engine seals it before it stores the job
 * @param film whether the way in is to be filmed
 */
public record JoinRequest(@Nullable SignIn signIn, @Nullable String passcode, boolean film) {
  /** Nothing asked for. */
  public static final JoinRequest DEFAULTS = new JoinRequest(null, null, false);

  @Override
  public String toString() {
    return "JoinRequest[" + signIn + ", hasPasscode=" + (passcode != null) + ", film=" + film + "]";
  }
}
