package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.engine.internal.finalizing.Scene.Content;
import dev.meetbot.engine.internal.finalizing.Scene.Tile;
import dev.meetbot.engine.internal.finalizing.Stage.View;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Paints the composed picture, only what has changed since the last. Used by one thread. */
final class Canvas {
  private static final int CARD = -1;
  private static final int NEVER = -2;

  /** A name would hide most of what is smaller. */
  private static final int LABELLED = 48;

  private final Picture picture;
  private final Scalers scalers = new Scalers();
  private final Map<String, String> names;
  private final Map<CardKey, Picture> cards = new HashMap<>();
  private List<Tile> tiles = List.of();
  private final List<Integer> painted = new ArrayList<>();

  private record CardKey(String who, int width, int height, boolean label) {}

  /**
   * @param names of the participants by id
   */
  Canvas(FrameSize size, Map<String, String> names) {
    this.picture = new Picture(size.width(), size.height());
    this.names = names;
    picture.clear(0, 0, picture.width, picture.height);
  }

  /** The picture of that moment; valid until the next call. */
  byte[] paint(Scene scene, Stage stage, long ms, long tolerance) throws IOException {
    if (!scene.tiles().equals(tiles)) {
      tiles = scene.tiles();
      painted.clear();
      tiles.forEach(t -> painted.add(NEVER));
      picture.clear(0, 0, picture.width, picture.height);
    }
    boolean below = false;
    for (int i = 0; i < tiles.size(); i++) {
      Tile tile = tiles.get(i);
      View view = tile.content() == Content.CARD ? null : stage.look(tile, ms, tolerance);
      int number = view == null ? CARD : view.number();
      // Only an inset lies upon another tile, and that one comes first.
      boolean covered = below && tiles.get(0).width() == picture.width;
      if (number == painted.get(i) && !covered) {
        continue;
      }
      if (view == null) {
        put(card(tile, false), tile.x(), tile.y());
      } else {
        picture.draw(view.picture(), tile.x(), tile.y(), tile.width(), tile.height(), scalers);
        if (tile.height() >= LABELLED) {
          Picture label = card(tile, true);
          put(label, tile.x(), tile.y() + tile.height() - label.height);
        }
      }
      painted.set(i, number);
      below = true;
    }
    return picture.data;
  }

  private void put(Picture small, int x, int y) {
    picture.draw(small, x, y, small.width, small.height, scalers);
  }

  private Picture card(Tile tile, boolean label) {
    String name = names.getOrDefault(tile.who(), "participant");
    return cards.computeIfAbsent(
        new CardKey(tile.who(), tile.width(), tile.height(), label),
        k ->
            label
                ? NameCard.label(name, tile.height(), tile.width() & ~1)
                : NameCard.card(name, tile.width(), tile.height()));
  }
}
