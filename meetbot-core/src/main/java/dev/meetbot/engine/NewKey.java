package dev.meetbot.engine;

import dev.meetbot.model.ApiKey;

/**
 * A key at the only moment at which its text can be read.
 *
 * @param secret what clients send, for example {@code mb_live_...}
 */
public record NewKey(ApiKey key, String secret) {
  @Override
  public String toString() {
    return "NewKey[" + key.id() + "]";
  }
}
