package dev.meetbot.engine.internal.capture;

import java.util.Arrays;
import java.util.Optional;

/** Redundant audio (RFC 2198): the newest block with older ones before it. */
final class RedPayload {
  private RedPayload() {}

  /** The newest block; empty when the payload is damaged. */
  static Optional<byte[]> primary(byte[] payload) {
    int at = 0;
    int older = 0;
    while (at + 3 < payload.length && (payload[at] & 0x80) != 0) {
      older += (payload[at + 2] & 3) << 8 | payload[at + 3] & 255;
      at += 4;
    }
    int start = at + 1 + older;
    if (start >= payload.length || (payload[at] & 0x80) != 0) {
      return Optional.empty();
    }
    return Optional.of(Arrays.copyOfRange(payload, start, payload.length));
  }
}
