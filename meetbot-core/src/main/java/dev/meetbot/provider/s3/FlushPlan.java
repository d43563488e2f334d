package dev.meetbot.provider.s3;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides what a flush sends. Each flush sends what is new, every 32nd all since the last such one,
 * and what was sent as a block is not sent again: so a reader of a slow track finds some dozens of
 * pieces, not thousands. One thread.
 */
final class FlushPlan {
  private static final int PER_CHUNK = 32;

  private final List<Piece> present = new ArrayList<>();
  private long chunkStart;
  private long flushed = -1;
  private int small;

  /** What the last flush made safe; negative before the first. */
  long flushed() {
    return flushed;
  }

  boolean needed(long end) {
    return end > flushed;
  }

  /**
   * Where the next piece begins.
   *
   * @param blocksEnd what was sent in blocks
   */
  long start(long blocksEnd) {
    if (chunkStart < blocksEnd) {
      chunkStart = blocksEnd;
      small = 0;
    }
    return small >= PER_CHUNK ? chunkStart : Math.max(flushed, blocksEnd);
  }

  /** The piece is safe; returns the earlier ones that nobody needs any more. */
  List<String> sent(Piece piece, long blocksEnd) {
    List<String> needless = new ArrayList<>();
    present.removeIf(
        p -> {
          boolean goes = p.end() <= blocksEnd || p.start() >= piece.start();
          return goes && needless.add(p.name());
        });
    present.add(piece);
    flushed = piece.end();
    if (small >= PER_CHUNK) {
      chunkStart = piece.end();
      small = 0;
    } else {
      small++;
    }
    return needless;
  }
}
