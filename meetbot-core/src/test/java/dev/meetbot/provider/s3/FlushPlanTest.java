package dev.meetbot.provider.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FlushPlanTest {
  private static final WriterId WRITER = new WriterId("01A", "audio/webm");
  private static final int BLOCK = 5_000;

  private final FlushPlan plan = new FlushPlan();
  private final List<Piece> present = new ArrayList<>();

  private void flush(long blocksEnd, long end) {
    long start = plan.start(blocksEnd);
    Piece piece = new Piece("f" + start + "-" + end, WRITER, false, start, end, Instant.EPOCH);
    List<String> needless = plan.sent(piece, blocksEnd);
    present.add(piece);
    present.removeIf(p -> needless.contains(p.name()));
  }

  @Test
  void aFlushIsNeededWhenThereIsSomethingNewAndTheFirstTime() {
    assertThat(plan.needed(0)).isTrue();
    flush(0, 0);
    assertThat(plan.needed(0)).isFalse();
    assertThat(plan.needed(1)).isTrue();
  }

  @Test
  void everyFlushSendsWhatIsNewAndTheThirtyThirdAllSinceTheBeginning() {
    for (int i = 1; i <= 32; i++) {
      flush(0, i);
    }
    assertThat(present).hasSize(32).allMatch(p -> p.end() - p.start() == 1);
    flush(0, 33);
    assertThat(present).singleElement().satisfies(p -> assertThat(p.start()).isZero());
    flush(0, 34);
    assertThat(present).hasSize(2).last().satisfies(p -> assertThat(p.start()).isEqualTo(33));
  }

  @Test
  void aBlockMakesWhatIsBeforeItNeedless() {
    flush(0, 10);
    flush(0, 20);
    flush(100, 120);
    assertThat(present).singleElement().satisfies(p -> assertThat(p.start()).isEqualTo(100));
  }

  @Test
  void whateverIsFlushedStaysReadableFromFewPieces() {
    Random random = new Random(1);
    List<Piece> blocks = new ArrayList<>();
    long end = 0;
    for (int i = 0; i < 3_000; i++) {
      end += random.nextInt(20);
      long blocksEnd = end == 0 ? 0 : (end - 1) / BLOCK * BLOCK;
      while (blocks.size() * (long) BLOCK < blocksEnd) {
        long from = (long) blocks.size() * BLOCK;
        blocks.add(new Piece("b", WRITER, true, from, from + BLOCK, Instant.EPOCH));
      }
      if (plan.needed(end)) {
        flush(blocksEnd, end);
      }
      List<Piece> all = new ArrayList<>(blocks);
      all.addAll(present);
      Unfinished found = Unfinished.of(all).orElseThrow();
      assertThat(found.bytes()).isEqualTo(end);
      assertThat(found.torn()).isFalse();
      assertThat(present).hasSizeLessThan(60);
    }
  }
}
