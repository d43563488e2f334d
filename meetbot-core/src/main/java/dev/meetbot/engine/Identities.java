package dev.meetbot.engine;

import dev.meetbot.engine.internal.entry.IdentityShelf;
import java.util.List;

/**
 * Signed-in accounts with which bots go where guests may not. They are the operator's and serve
 * every tenant's jobs. Thread-safe.
 */
public final class Identities {
  private final IdentityShelf shelf;

  Identities(IdentityShelf shelf) {
    this.shelf = shelf;
  }

  /**
   * Stores an account, or its state anew, which counts as signed in again.
   *
   * @param name 1 to 64 letters, digits, dots, dashes and underscores
   * @param platform id of the platform whose account it is
   * @param state a browser's cookies and local storage as JSON in Playwright's storage state
   *     format, at most 700,000 bytes; stored sealed and never given out
   * @throws InvalidJobException with everything that is wrong with it
   */
  public IdentityView store(String name, String platform, String state) {
    return shelf.store(name, platform, state);
  }

  /** All of them, by name. */
  public List<IdentityView> list() {
    return shelf.list();
  }

  /** Forgets one; a bot that has it goes on. Whether it was there. */
  public boolean delete(String name) {
    return shelf.delete(name);
  }
}
