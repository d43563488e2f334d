package dev.meetbot.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a bot gets in. Its text leaves the passcode out, sealed or not.
 *
 * @param signIn whether the bot comes signed in to an account
 * @param sealedPasscode the meeting's passcode, sealed by the engine; null when the client gave
 *     none
 * @param film whether the way in is filmed
 */
public record JoinSpec(SignIn signIn, @Nullable String sealedPasscode, boolean film) {
  /** As a guest first, without passcode and film. */
  public static final JoinSpec DEFAULTS = new JoinSpec(SignIn.IF_REQUIRED, null, false);

  /** When a bot comes with a signed-in account that the operator stored. */
  public enum SignIn {
    /** As a guest, always. */
    NEVER,
    /** As a guest first, then with an account where the page wants one. */
    IF_REQUIRED,
    /** With an account, or not at all. */
    ALWAYS;

    /** The name on the wire, for example {@code if_required}. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that wire name. */
    public static Optional<SignIn> find(String wireName) {
      return Arrays.stream(values()).filter(s -> s.wireName().equals(wireName)).findFirst();
    }
  }

  /** Whether the client gave a passcode. */
  public boolean hasPasscode() {
    return sealedPasscode != null;
  }

  @Override
  public String toString() {
    return "JoinSpec[" + signIn + ", hasPasscode=" + hasPasscode() + ", film=" + film + "]";
  }
}
