package dev.meetbot.provider.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FrameIndexTest {
  @Test
  void everyByteIsFoundInItsFrame() {
    Random random = new Random(4);
    FrameIndex index = new FrameIndex();
    List<Integer> lengths = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      int length = random.nextInt(3) == 0 ? 7 : 1 + random.nextInt(9);
      lengths.add(length);
      index.add(length);
    }
    FrameIndex read = FrameIndex.of(index.bytes());
    long start = 0;
    long offset = Format.HEADER;
    for (int number = 0; number < lengths.size(); number++) {
      for (long position = start; position < start + lengths.get(number); position++) {
        assertThat(read.find(position)).isEqualTo(new FrameIndex.Place(number, start, offset));
      }
      start += lengths.get(number);
      offset += Format.stored(lengths.get(number));
    }
    assertThat(read.find(start + 5).number()).isEqualTo(lengths.size());
  }

  @Test
  void framesOfTheSameLengthTakeNoRoom() {
    FrameIndex index = new FrameIndex();
    for (int i = 0; i < 10_000; i++) {
      index.add(Format.FRAME);
    }
    assertThat(index.bytes()).hasSize(8);
  }
}
