package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.engine.internal.finalizing.Scene.Content;
import dev.meetbot.engine.internal.finalizing.Scene.Tile;

/** Where things are in a picture of 1280x720. Pure. */
final class Tiles {
  static final int WIDTH = 1280;
  static final int HEIGHT = 720;

  /** How many thumbnails fit beside the speaker. */
  static final int STRIP = 5;

  /** How many people a gallery shows. */
  static final int GALLERY = 16;

  private static final int MARGIN = 8;
  private static final int THUMB_WIDTH = 232;
  private static final int THUMB_HEIGHT = 130;
  private static final int MAIN_WIDTH = 1024;
  private static final int MAIN_HEIGHT = 576;
  private static final int INSET_WIDTH = 256;
  private static final int INSET_HEIGHT = 144;

  private Tiles() {}

  static Tile whole(String who, Content content) {
    return new Tile(who, content, 0, 0, WIDTH, HEIGHT);
  }

  static Tile inset(String who, Content content) {
    int x = WIDTH - INSET_WIDTH - 2 * MARGIN;
    int y = HEIGHT - INSET_HEIGHT - 2 * MARGIN;
    return new Tile(who, content, x, y, INSET_WIDTH, INSET_HEIGHT);
  }

  static Tile main(String who, Content content) {
    return new Tile(who, content, MARGIN, (HEIGHT - MAIN_HEIGHT) / 2, MAIN_WIDTH, MAIN_HEIGHT);
  }

  static Tile thumbnail(int index, String who, Content content) {
    int x = WIDTH - THUMB_WIDTH - MARGIN;
    int y = MARGIN + index * (THUMB_HEIGHT + MARGIN);
    return new Tile(who, content, x, y, THUMB_WIDTH, THUMB_HEIGHT);
  }

  /** A place in a grid that is as square as possible; a last row that is not full is centred. */
  static Tile cell(int index, int count, String who, Content content) {
    int columns = (int) Math.ceil(Math.sqrt(count));
    int rows = (count + columns - 1) / columns;
    int width = even((WIDTH - MARGIN * (columns + 1)) / columns);
    int height = even(Math.min((HEIGHT - MARGIN * (rows + 1)) / rows, width * 9 / 16));
    int row = index / columns;
    int inRow = row == rows - 1 ? count - row * columns : columns;
    int left = even((WIDTH - inRow * width - (inRow - 1) * MARGIN) / 2);
    int top = even((HEIGHT - rows * height - (rows - 1) * MARGIN) / 2);
    int x = left + (index % columns) * (width + MARGIN);
    int y = top + row * (height + MARGIN);
    return new Tile(who, content, x, y, width, height);
  }

  private static int even(int value) {
    return value & ~1;
  }
}
