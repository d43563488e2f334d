package dev.meetbot.engine.internal.finalizing;

/**
 * Scales one plane of bytes: halves it (each pixel the mean of four) until less than a half is left
 * to do, and interpolates between neighbours for the rest. Not thread-safe, as it keeps its
 * buffers.
 */
final class PlaneScaler {
  private final int width;
  private final int height;
  private final int toWidth;
  private final int toHeight;
  private final byte[] halved;
  private final PlaneScaler rest;
  private final int[] column;
  private final int[] weight;
  private final int[] line;

  PlaneScaler(int width, int height, int toWidth, int toHeight) {
    this.width = width;
    this.height = height;
    this.toWidth = toWidth;
    this.toHeight = toHeight;
    boolean halve = width >= 2 * toWidth && height >= 2 * toHeight;
    this.halved = new byte[halve ? (width / 2) * (height / 2) : 0];
    this.rest = halve ? new PlaneScaler(width / 2, height / 2, toWidth, toHeight) : this;
    this.column = new int[toWidth];
    this.weight = new int[toWidth];
    // One more, so that the right neighbour of the last column is its equal.
    this.line = new int[width + 1];
    for (int x = 0; x < toWidth; x++) {
      int at = position(x, width, toWidth);
      column[x] = at >> 8;
      weight[x] = at & 255;
    }
  }

  /** Where the middle of a target pixel lies in the source, in 256ths of a pixel. */
  private static int position(int target, int size, int toSize) {
    long at = ((2L * target + 1) * size * 256 / toSize - 256) / 2;
    return (int) Math.max(0, Math.min(at, (size - 1) * 256L));
  }

  /** Writes the scaled plane. */
  void scale(byte[] from, int fromAt, byte[] to, int toAt, int toStride) {
    if (halved.length > 0) {
      halve(from, fromAt);
      rest.scale(halved, 0, to, toAt, toStride);
    } else if (width == toWidth && height == toHeight) {
      for (int y = 0; y < height; y++) {
        System.arraycopy(from, fromAt + y * width, to, toAt + y * toStride, width);
      }
    } else {
      interpolate(from, fromAt, to, toAt, toStride);
    }
  }

  private void halve(byte[] from, int fromAt) {
    int w = width / 2;
    for (int y = 0; y < height / 2; y++) {
      int upper = fromAt + 2 * y * width;
      int lower = upper + width;
      for (int x = 0; x < w; x++) {
        int sum =
            (from[upper + 2 * x] & 255)
                + (from[upper + 2 * x + 1] & 255)
                + (from[lower + 2 * x] & 255)
                + (from[lower + 2 * x + 1] & 255);
        halved[y * w + x] = (byte) (sum + 2 >> 2);
      }
    }
  }

  private void interpolate(byte[] from, int fromAt, byte[] to, int toAt, int toStride) {
    for (int y = 0; y < toHeight; y++) {
      int at = position(y, height, toHeight);
      int upper = fromAt + (at >> 8) * width;
      int lower = (at >> 8) + 1 < height ? upper + width : upper;
      int down = at & 255;
      for (int x = 0; x < width; x++) {
        line[x] = (from[upper + x] & 255) * (256 - down) + (from[lower + x] & 255) * down;
      }
      line[width] = line[width - 1];
      int out = toAt + y * toStride;
      for (int x = 0; x < toWidth; x++) {
        int c = column[x];
        int right = weight[x];
        to[out + x] = (byte) (line[c] * (256 - right) + line[c + 1] * right + 32_768 >> 16);
      }
    }
  }
}
