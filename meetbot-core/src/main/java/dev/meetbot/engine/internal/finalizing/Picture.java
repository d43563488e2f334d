package dev.meetbot.engine.internal.finalizing;

import java.util.Arrays;

/**
 * A picture of planar YUV 4:2:0: all of Y, then U and V at half the width and height. Sizes are
 * even. Mutable; used by one thread at a time.
 */
final class Picture {
  private static final byte BACK_Y = 44;
  private static final byte BACK_U = (byte) 130;
  private static final byte BACK_V = 126;

  final int width;
  final int height;
  final byte[] data;

  Picture(int width, int height) {
    if ((width & 1 | height & 1) != 0) {
      throw new IllegalArgumentException("odd size: " + width + "x" + height);
    }
    this.width = width;
    this.height = height;
    this.data = new byte[size(width, height)];
  }

  static int size(int width, int height) {
    return width * height * 3 / 2;
  }

  int uAt() {
    return width * height;
  }

  int vAt() {
    return width * height * 5 / 4;
  }

  /** Fills a rectangle of even numbers with the dark grey of an empty place. */
  void clear(int x, int y, int w, int h) {
    fill(0, width, x, y, w, h, BACK_Y);
    fill(uAt(), width / 2, x / 2, y / 2, w / 2, h / 2, BACK_U);
    fill(vAt(), width / 2, x / 2, y / 2, w / 2, h / 2, BACK_V);
  }

  private void fill(int plane, int stride, int x, int y, int w, int h, byte value) {
    for (int row = y; row < y + h; row++) {
      int from = plane + row * stride + x;
      Arrays.fill(data, from, from + w, value);
    }
  }

  /** Puts {@code other} into a rectangle of even numbers: as large as fits, in the middle. */
  void draw(Picture other, int x, int y, int w, int h, Scalers scalers) {
    double scale = Math.min((double) w / other.width, (double) h / other.height);
    // A difference of a few pixels is filled rather than framed.
    int fw = nearly((int) Math.round(other.width * scale), w);
    int fh = nearly((int) Math.round(other.height * scale), h);
    int fx = x + ((w - fw) / 2 & ~1);
    int fy = y + ((h - fh) / 2 & ~1);
    if (fw < w || fh < h) {
      clear(x, y, w, h);
    }
    int stride = width / 2;
    int uv = fy / 2 * stride + fx / 2;
    scalers
        .of(other.width, other.height, fw, fh)
        .scale(other.data, 0, data, fy * width + fx, width);
    PlaneScaler half = scalers.of(other.width / 2, other.height / 2, fw / 2, fh / 2);
    half.scale(other.data, other.uAt(), data, uAt() + uv, stride);
    half.scale(other.data, other.vAt(), data, vAt() + uv, stride);
  }

  private static int nearly(int fitted, int room) {
    return room - fitted <= 4 ? room : Math.max(2, fitted & ~1);
  }
}
