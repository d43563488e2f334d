package dev.meetbot.engine.internal.capture.matroska;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MatroskaRoundTripTest {
  private static final TrackFormat VP8 = TrackFormat.video(Codec.VP8, 640, 360);

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    List<Packet> first = packets(0, 30, 33);
    List<Packet> second = packets(1_000, 30, 33);
    byte[] file = file(VP8, first, second);

    try (MatroskaReader reader = new MatroskaReader(new ByteArrayInputStream(file))) {
      assertThat(reader.format()).isEqualTo(VP8);
      List<Packet> all = new ArrayList<>(first);
      all.addAll(second);
      assertThat(reader).toIterable().containsExactlyElementsOf(all);
    }
  }

  @Test
  void opusFormatSurvives() throws IOException {
    byte[] file = file(TrackFormat.opus(), List.of(new Packet(7, true, new byte[] {1, 2})));
    try (MatroskaReader reader = new MatroskaReader(new ByteArrayInputStream(file))) {
      assertThat(reader.format()).isEqualTo(TrackFormat.opus());
      assertThat(reader.next()).isEqualTo(new Packet(7, true, new byte[] {1, 2}));
      assertThat(reader.hasNext()).isFalse();
    }
  }

  @Test
  void packetsOutOfOrderWithinAClusterKeepTheirTimes() throws IOException {
    List<Packet> packets =
        List.of(new Packet(50, true, new byte[] {1}), new Packet(40, false, new byte[] {2}));
    try (MatroskaReader reader = new MatroskaReader(new ByteArrayInputStream(file(VP8, packets)))) {
      assertThat(reader).toIterable().containsExactlyElementsOf(packets);
    }
  }

  @Test
  void aTornFileGivesEveryWholeBlockBeforeTheTear() throws IOException {
    List<Packet> packets = packets(0, 5, 20);
    byte[] header = MatroskaWriter.header(VP8, packets.get(0).data());
    byte[] file = file(VP8, packets);
    int before = -1;
    for (int length = header.length; length <= file.length; length++) {
      byte[] torn = Arrays.copyOf(file, length);
      List<Packet> read = new ArrayList<>();
      try (MatroskaReader reader = new MatroskaReader(new ByteArrayInputStream(torn))) {
        reader.forEachRemaining(read::add);
      }
      assertThat(read).isEqualTo(packets.subList(0, read.size()));
      assertThat(read.size()).isGreaterThanOrEqualTo(Math.max(0, before));
      before = read.size();
    }
    assertThat(before).isEqualTo(5);
  }

  @Test
  void aTornHeaderIsAnIoException() {
    byte[] header = MatroskaWriter.header(VP8, new byte[0]);
    for (int length = 0; length < header.length; length++) {
      byte[] torn = Arrays.copyOf(header, length);
      assertThatThrownBy(() -> new MatroskaReader(new ByteArrayInputStream(torn)))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void noiseNeverBreaksTheReader() throws IOException {
    Random random = new Random(5);
    byte[] good = file(VP8, packets(0, 40, 20));
    int header = MatroskaWriter.header(VP8, new byte[0]).length;
    for (int round = 0; round < 500; round++) {
      byte[] bad = good.clone();
      for (int hit = 0; hit < 20; hit++) {
        bad[header + random.nextInt(bad.length - header)] = (byte) random.nextInt();
      }
      try (MatroskaReader reader = new MatroskaReader(new ByteArrayInputStream(bad))) {
        reader.forEachRemaining(p -> assertThat(p.data()).hasSizeLessThan(good.length));
      }
    }
  }

  @Test
  void aClusterOfMoreThanThirtyTwoSecondsIsRefused() {
    List<Packet> packets =
        List.of(new Packet(0, true, new byte[1]), new Packet(32_768, true, new byte[1]));
    assertThatThrownBy(() -> MatroskaWriter.cluster(Codec.VP8, packets))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32768");
  }

  @Test
  void h264ComesBackWithStartCodes() throws IOException {
    byte[] unit = {0, 0, 0, 1, 0x67, 66, 0, 31, 9, 0, 0, 1, 0x68, 7, 0, 0, 0, 1, 0x65, 1, 2, 3};
    byte[] canonical = {
      0, 0, 0, 1, 0x67, 66, 0, 31, 9, 0, 0, 0, 1, 0x68, 7, 0, 0, 0, 1, 0x65, 1, 2, 3
    };
    TrackFormat format = TrackFormat.video(Codec.H264, 320, 180);
    byte[] file = file(format, List.of(new Packet(0, true, unit)));
    try (MatroskaReader reader = new MatroskaReader(new ByteArrayInputStream(file))) {
      assertThat(reader.next().data()).isEqualTo(canonical);
    }
  }

  @Test
  void opusDurationsFollowTheFirstByte() {
    assertThat(OpusPacket.samples(new byte[] {(byte) (31 << 3)})).isEqualTo(960);
    assertThat(OpusPacket.samples(new byte[] {(byte) (1 << 3)})).isEqualTo(960);
    assertThat(OpusPacket.samples(new byte[] {(byte) (15 << 3 | 1)})).isEqualTo(1920);
    assertThat(OpusPacket.samples(new byte[] {(byte) (16 << 3 | 3), 4})).isEqualTo(480);
    assertThat(OpusPacket.samples(new byte[0])).isZero();
  }

  @SafeVarargs
  private static byte[] file(TrackFormat format, List<Packet>... clusters) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(MatroskaWriter.header(format, clusters[0].get(0).data()));
    for (List<Packet> cluster : clusters) {
      out.writeBytes(MatroskaWriter.cluster(format.codec(), cluster));
    }
    return out.toByteArray();
  }

  private static List<Packet> packets(long from, int count, int step) {
    Random random = new Random(from);
    List<Packet> packets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] data = new byte[random.nextInt(300)];
      random.nextBytes(data);
      packets.add(new Packet(from + (long) i * step, i == 0, data));
    }
    return packets;
  }
}
