package dev.meetbot.engine.internal.finalizing;

import java.util.List;

/**
 * What the composed video shows during a stretch of time; later tiles lie upon earlier ones.
 *
 * @param tiles everything that is to be seen
 */
record Scene(Span span, List<Tile> tiles) {
  Scene {
    tiles = List.copyOf(tiles);
  }

  /** What fills a tile. */
  enum Content {
    CAMERA,
    SCREEN,
    CARD
  }

  /**
   * A rectangle of the picture, with even numbers only, because two pixels share their colour.
   *
   * @param who id of the participant
   */
  record Tile(String who, Content content, int x, int y, int width, int height) {}
}
