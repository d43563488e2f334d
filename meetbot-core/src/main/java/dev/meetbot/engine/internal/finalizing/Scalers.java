package dev.meetbot.engine.internal.finalizing;

import java.util.HashMap;
import java.util.Map;

/** Keeps the scalers of one composition. Used by one thread. */
final class Scalers {
  private final Map<Sizes, PlaneScaler> scalers = new HashMap<>();

  private record Sizes(int width, int height, int toWidth, int toHeight) {}

  PlaneScaler of(int width, int height, int toWidth, int toHeight) {
    return scalers.computeIfAbsent(
        new Sizes(width, height, toWidth, toHeight),
        s -> new PlaneScaler(s.width(), s.height(), s.toWidth(), s.toHeight()));
  }
}
