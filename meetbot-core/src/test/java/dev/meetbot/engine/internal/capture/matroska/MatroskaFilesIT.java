package dev.meetbot.engine.internal.capture.matroska;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of ours, judged by ffmpeg. */
class MatroskaFilesIT {
  private static final int SECONDS = 7;

  @TempDir Path dir;

  @ParameterizedTest
  @CsvSource({
    "VP8, libvpx -deadline realtime -cpu-used 8 -g 40, webm",
    "VP9, libvpx-vp9 -deadline realtime -cpu-used 8 -g 40, webm",
    "AV1, libsvtav1 -preset 12 -g 40, mkv"
  })
  void videoPlaysAndSeeks(Codec codec, String encoder, String container) throws Exception {
    Path source = dir.resolve("source." + container);
    List<String> args = new ArrayList<>(List.of("-f", "lavfi", "-i"));
    args.add("testsrc=size=320x180:rate=20:duration=" + SECONDS);
    args.addAll(List.of("-pix_fmt", "yuv420p", "-c:v"));
    args.addAll(List.of(encoder.split(" ")));
    args.add(source.toString());
    Ffmpeg.make(args.toArray(String[]::new));

    List<Packet> packets = read(source, TrackFormat.video(codec, 320, 180));
    assertThat(packets).hasSize(20 * SECONDS);
    TrackFormat format = PictureSize.format(codec, 0, 0, packets.get(0).data());
    if (codec != Codec.VP9) {
      assertThat(format.width()).isEqualTo(320);
      assertThat(format.height()).isEqualTo(180);
    }
    check(TrackFormat.video(codec, 320, 180), packets, 20 * SECONDS);
  }

  @Test
  void opusPlaysAndSeeks() throws Exception {
    Path source = dir.resolve("source.webm");
    Ffmpeg.make(
        "-f",
        "lavfi",
        "-i",
        "sine=frequency=440:duration=" + SECONDS,
        "-c:a",
        "libopus",
        "-ac",
        "2",
        source.toString());
    List<Packet> packets = read(source, TrackFormat.opus());
    check(TrackFormat.opus(), packets, packets.size());
  }

  @Test
  void h264PlaysAndSeeks() throws Exception {
    Path source = dir.resolve("source.h264");
    Ffmpeg.make(
        "-f",
        "lavfi",
        "-i",
        "testsrc=size=320x180:rate=20:duration=" + SECONDS,
        "-pix_fmt",
        "yuv420p",
        "-c:v",
        "libx264",
        "-preset",
        "ultrafast",
        "-g",
        "40",
        "-bf",
        "0",
        "-x264-params",
        "aud=1:repeat-headers=1",
        source.toString());
    List<Packet> packets = accessUnits(Files.readAllBytes(source));
    assertThat(packets).hasSize(20 * SECONDS);
    check(TrackFormat.video(Codec.H264, 320, 180), packets, 20 * SECONDS);
  }

  private void check(TrackFormat format, List<Packet> packets, int frames) throws Exception {
    Path growing = dir.resolve("growing.mkv");
    try (OutputStream out = Files.newOutputStream(growing)) {
      out.write(MatroskaWriter.header(format, packets.get(0).data()));
      for (int i = 0; i < packets.size(); i += 15) {
        List<Packet> cluster = packets.subList(i, Math.min(i + 15, packets.size()));
        out.write(MatroskaWriter.cluster(format.codec(), cluster));
      }
    }
    assertThat(Ffmpeg.complaints(growing)).isEmpty();

    Path finished = dir.resolve("finished." + (format.codec().webm() ? "webm" : "mkv"));
    long duration;
    try (MatroskaReader reader = new MatroskaReader(Files.newInputStream(growing))) {
      assertThat(reader.format()).isEqualTo(format);
      duration = FinishedMatroska.write(finished, format, reader);
    }
    assertThat(Ffmpeg.complaints(finished)).isEmpty();
    assertThat(duration).isCloseTo(SECONDS * 1_000L, within(30L));
    assertThat(Double.parseDouble(Ffmpeg.probe(finished, "format=duration")))
        .isEqualTo(duration / 1_000.0);
    String counted = Ffmpeg.probe(finished, "stream=nb_read_packets", "-count_packets");
    assertThat(counted).isEqualTo(Integer.toString(frames));
    String[] sought =
        Ffmpeg.probe(finished, "packet=pts_time", "-read_intervals", "5%+#1").split("\n");
    assertThat(Double.parseDouble(sought[0].replace(",", ""))).isBetween(2.9, 5.1);
  }

  private static List<Packet> read(Path file, TrackFormat expected) throws IOException {
    List<Packet> packets = new ArrayList<>();
    try (MatroskaReader reader = new MatroskaReader(Files.newInputStream(file))) {
      assertThat(reader.format().codec()).isEqualTo(expected.codec());
      reader.forEachRemaining(packets::add);
    }
    return packets;
  }

  /** Splits at access unit delimiters, which our encoder was told to write. */
  private static List<Packet> accessUnits(byte[] stream) {
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i + 4 < stream.length; i++) {
      if (stream[i] == 0 && stream[i + 1] == 0 && stream[i + 2] == 1 && stream[i + 3] == 9) {
        starts.add(i);
      }
    }
    starts.add(stream.length);
    List<Packet> packets = new ArrayList<>();
    for (int i = 0; i + 1 < starts.size(); i++) {
      byte[] unit = Arrays.copyOfRange(stream, starts.get(i), starts.get(i + 1));
      boolean key = AnnexB.units(unit).stream().anyMatch(u -> (u[0] & 31) == 5);
      packets.add(new Packet(i * 50L, key, unit));
    }
    return packets;
  }
}
