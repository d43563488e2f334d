package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.model.RecordingSpec;

/**
 * A way to look at a call.
 *
 * @param width of the picture in pixels, even
 * @param height of the picture in pixels, even
 */
public record ComposedView(RecordingSpec.Layout layout, int width, int height) {
  public ComposedView {
    new FrameSize(width, height);
  }

  /** The artifact that it becomes. */
  public String fileName() {
    return "composition." + layout.wireName() + "." + width + "x" + height + ".webm";
  }
}
