package dev.meetbot.engine.internal.entry;

import dev.meetbot.engine.JoinRequest;
import dev.meetbot.engine.internal.access.SecretBox;
import dev.meetbot.model.JoinSpec;
import dev.meetbot.model.JoinSpec.SignIn;
import org.jspecify.annotations.Nullable;

/**
 * Passcodes: sealed when a job is made, opened at the meeting's door. Thread-safe.
 *
 * @param usual when a bot signs in whose client says nothing of it
 */
public record PasscodeSeal(SecretBox box, SignIn usual) {
  /** What a client asked for, as it may be stored. */
  public JoinSpec seal(JoinRequest asked) {
    String passcode = asked.passcode();
    return new JoinSpec(
        asked.signIn() == null ? usual : asked.signIn(),
        passcode == null ? null : box.seal(passcode),
        asked.film());
  }

  /**
   * The passcode in clear; null when the client gave none.
   *
   * @throws IllegalStateException when it was sealed under another key
   */
  public @Nullable String open(JoinSpec join) {
    String sealed = join.sealedPasscode();
    return sealed == null ? null : box.open(sealed);
  }
}
