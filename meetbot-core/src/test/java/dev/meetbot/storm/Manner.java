package dev.meetbot.storm;

/** How a receiver behaves, and what must become of the deliveries to it. */
enum Manner {
  /** 200 at once. */
  FINE(true),
  /** 500 at each delivery's first two attempts, then 200. */
  FLAKY(true),
  /** 429 with {@code Retry-After: 1} at each delivery's first attempt, then 200. */
  BUSY(true),
  /** A whole header that says 200, and a body that never ends. */
  ENDLESS_BODY(true),
  /** 500, always. */
  BROKEN(false),
  /** Takes the request and keeps silent. */
  SILENT(false),
  /** Begins a header and never ends it. */
  HANGS_IN_HEADER(false),
  /** Takes the request and closes the connection. */
  CLOSES(false),
  /** 302 to a receiver that is fine. */
  REDIRECTS(false),
  /** Nobody listens. */
  DOWN(false),
  /** 410: the URL is disabled after the first. */
  GONE(false);

  private final boolean delivered;

  Manner(boolean delivered) {
    this.delivered = delivered;
  }

  /** Whether deliveries end delivered; else they end dead. */
  boolean delivered() {
    return delivered;
  }

  /** Whether each attempt costs the whole timeout. */
  boolean slow() {
    return this == SILENT || this == HANGS_IN_HEADER || this == ENDLESS_BODY;
  }
}
