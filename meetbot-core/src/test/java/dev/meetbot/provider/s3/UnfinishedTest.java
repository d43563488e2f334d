package dev.meetbot.provider.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UnfinishedTest {
  private static final WriterId OLD = new WriterId("01A", "audio/webm");
  private static final WriterId NEW = new WriterId("01B", "audio/ogg");

  private static Piece flush(WriterId writer, long start, long end) {
    return new Piece("f" + start, writer, false, start, end, Instant.ofEpochSecond(end));
  }

  private static Piece block(WriterId writer, long start, long end) {
    return new Piece("b" + start, writer, true, start, end, Instant.ofEpochSecond(end));
  }

  private static Unfinished of(Piece... pieces) {
    return Unfinished.of(List.of(pieces)).orElseThrow();
  }

  @Test
  void blocksAloneWereNeverFlushed() {
    assertThat(Unfinished.of(List.of())).isEmpty();
    assertThat(Unfinished.of(List.of(block(OLD, 0, 100)))).isEmpty();
  }

  @Test
  void itEndsAtTheLastFlushThoughABlockReachesFurther() {
    Unfinished found = of(flush(OLD, 0, 30), flush(OLD, 30, 60), block(OLD, 0, 100));
    assertThat(found.bytes()).isEqualTo(60);
    assertThat(found.torn()).isFalse();
    assertThat(found.at(59).orElseThrow().block()).isTrue();
    assertThat(found.at(60)).isEmpty();
    assertThat(found.modifiedAt()).isEqualTo(Instant.ofEpochSecond(100));
  }

  @Test
  void theBiggestPieceIsReadWhereSeveralHaveTheByte() {
    Unfinished found =
        of(flush(OLD, 110, 112), flush(OLD, 100, 110), block(OLD, 0, 100), flush(OLD, 100, 112));
    assertThat(found.pieces())
        .extracting(Piece::start, Piece::end)
        .containsExactly(tuple(0L, 100L), tuple(100L, 112L));
  }

  @Test
  void anEmptyFlushIsAnEmptyArtifact() {
    Unfinished found = of(flush(OLD, 0, 0));
    assertThat(found.bytes()).isZero();
    assertThat(found.lost()).isFalse();
  }

  @Test
  void aGapEndsItAndIsTold() {
    Unfinished found = of(flush(OLD, 0, 10), flush(OLD, 20, 30));
    assertThat(found.bytes()).isEqualTo(10);
    assertThat(found.torn()).isTrue();
    assertThat(found.lost()).isFalse();
    assertThat(of(flush(OLD, 20, 30)).lost()).isTrue();
  }

  @Test
  void theLaterWriterCounts() {
    assertThat(of(flush(OLD, 0, 10), flush(NEW, 0, 5)).writer()).isEqualTo(NEW);
    // of the later one nothing can be read from the beginning
    assertThat(of(flush(OLD, 0, 10), flush(NEW, 5, 9)).writer()).isEqualTo(OLD);
  }
}
