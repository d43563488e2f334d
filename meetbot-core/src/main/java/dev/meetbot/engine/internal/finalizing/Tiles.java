package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.engine.internal.finalizing.Scene.Content;
import dev.meetbot.engine.internal.finalizing.Scene.Tile;

/**
 * Where things are in a picture: designed for 1280x720, larger or smaller with the picture in
 * others. Pure.
 */
final class Tiles {
  /** How many thumbnails fit beside the speaker. */
  static final int STRIP = 5;

  /** How many people a gallery shows. */
  static final int GALLERY = 16;

  private final int width;
  private final int height;
  private final int margin;
  private final int thumbWidth;
  private final int thumbHeight;
  private final int insetWidth;
  private final int insetHeight;

  Tiles(FrameSize size) {
    width = size.width();
    height = size.height();
    double scale =
        Math.min(
            (double) width / FrameSize.STANDARD.width(),
            (double) height / FrameSize.STANDARD.height());
    margin = scaled(8, scale);
    thumbWidth = scaled(232, scale);
    thumbHeight = Math.min(scaled(130, scale), even((height - margin * (STRIP + 1)) / STRIP));
    insetWidth = scaled(256, scale);
    insetHeight = scaled(144, scale);
  }

  Tile whole(String who, Content content) {
    return new Tile(who, content, 0, 0, width, height);
  }

  Tile inset(String who, Content content) {
    int x = width - insetWidth - 2 * margin;
    int y = height - insetHeight - 2 * margin;
    return new Tile(who, content, x, y, insetWidth, insetHeight);
  }

  Tile main(String who, Content content) {
    int w = width - thumbWidth - 3 * margin;
    int h = Math.min(even(w * 9 / 16), height - 2 * margin);
    return new Tile(who, content, margin, even((height - h) / 2), w, h);
  }

  Tile thumbnail(int index, String who, Content content) {
    int x = width - thumbWidth - margin;
    int y = margin + index * (thumbHeight + margin);
    return new Tile(who, content, x, y, thumbWidth, thumbHeight);
  }

  /** A place in a grid that is as square as possible; a last row that is not full is centred. */
  Tile cell(int index, int count, String who, Content content) {
    int columns = (int) Math.ceil(Math.sqrt(count));
    int rows = (count + columns - 1) / columns;
    int w = even((width - margin * (columns + 1)) / columns);
    int h = even(Math.min((height - margin * (rows + 1)) / rows, w * 9 / 16));
    int row = index / columns;
    int inRow = row == rows - 1 ? count - row * columns : columns;
    int left = even((width - inRow * w - (inRow - 1) * margin) / 2);
    int top = even((height - rows * h - (rows - 1) * margin) / 2);
    int x = left + (index % columns) * (w + margin);
    int y = top + row * (h + margin);
    return new Tile(who, content, x, y, w, h);
  }

  private static int scaled(int pixels, double scale) {
    return Math.max(2, even((int) Math.round(pixels * scale)));
  }

  private static int even(int value) {
    return value & ~1;
  }
}
