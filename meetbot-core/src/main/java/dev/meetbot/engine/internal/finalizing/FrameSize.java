package dev.meetbot.engine.internal.finalizing;

/** How large a composed picture is, in pixels; both even, because two pixels share their colour. */
record FrameSize(int width, int height) {
  static final FrameSize STANDARD = new FrameSize(1280, 720);

  FrameSize {
    if (width < 2 || height < 2 || (width & 1 | height & 1) != 0) {
      throw new IllegalArgumentException("no size for a picture: " + width + "x" + height);
    }
  }

  /** How many times as many pixels as the standard picture it has. */
  double load() {
    return (double) width * height / (STANDARD.width * STANDARD.height);
  }
}
