package dev.meetbot.engine.internal.capture;

import java.io.IOException;

/** Takes what the page sends of one track; writer thread. */
interface TrackInput {
  /** What the page said of it. */
  TrackInfo info();

  /** One frame, or piece, in the order of arrival. */
  void accept(TapFrame frame) throws IOException;

  /** The frames from here on are coded so. */
  void codec(String mimeType) throws IOException;

  /** Frames were dropped before they came here. */
  void lost(double fromMs, double toMs, String reason);

  /** The recording has started. */
  void start() throws IOException;

  /** The recording goes on after a pause: what is missing was not lost. */
  void resume() throws IOException;

  /** Writes and makes safe what can be; called twice a second. */
  void tick(long nowMs) throws IOException;

  /** Nothing more will come. A second call does nothing. */
  void end(long nowMs) throws IOException;

  /** Keeps what is safe and gives up the rest, after a failure of the store. */
  void abandon();
}
