package dev.meetbot.lab.measure;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The figures of a video file: its picture, its frames, how long it is black, its faults. */
public record VideoFigures(
    int width, int height, double fps, double durationMs, int frames, double blackPercent) {
  private static final Pattern BLACK = Pattern.compile("black_duration:([0-9.]+)");

  public static VideoFigures of(Path file) {
    String[] size =
        Ffmpeg.text(
                "ffprobe",
                "-v",
                "quiet",
                "-select_streams",
                "v:0",
                "-show_entries",
                "stream=width,height",
                "-of",
                "csv=p=0",
                file.toString())
            .trim()
            .split("[,\n]");
    List<Packet> packets = Packet.of(file, "v");
    double durationMs = durationMs(file, packets);
    double black = 0;
    Matcher matcher = BLACK.matcher(blackReport(file));
    while (matcher.find()) {
      black += Double.parseDouble(matcher.group(1)) * 1000;
    }
    return new VideoFigures(
        Integer.parseInt(size[0]),
        Integer.parseInt(size[1]),
        packets.size() / (durationMs / 1000),
        durationMs,
        packets.size(),
        100 * black / durationMs);
  }

  /** The number of lines in which the decoder complains about a file; 0 for a sound one. */
  public static int decodeErrors(Path file) {
    return (int)
        Ffmpeg.complaints(
                List.of(
                    "ffmpeg",
                    "-v",
                    "error",
                    "-i",
                    file.toString(),
                    "-map",
                    "0:v?",
                    "-map",
                    "0:a?",
                    // every picture at its own millisecond: the sink's complaints about two
                    // pictures
                    // in one step of a guessed frame rate are not the file's fault
                    "-fps_mode",
                    "passthrough",
                    "-enc_time_base:v",
                    "1/1000",
                    "-f",
                    "null",
                    "-"))
            .lines()
            .filter(line -> !line.isBlank())
            .count();
  }

  private static double durationMs(Path file, List<Packet> packets) {
    String text =
        Ffmpeg.text(
                "ffprobe",
                "-v",
                "quiet",
                "-show_entries",
                "format=duration",
                "-of",
                "csv=p=0",
                file.toString())
            .trim();
    if (!text.isEmpty() && !text.startsWith("N")) {
      return Double.parseDouble(text) * 1000;
    }
    // a file that was never finished has no duration: its last packet says how far it goes
    double last = packets.stream().mapToDouble(Packet::atMs).max().orElse(0);
    return last + (packets.size() > 1 ? last / (packets.size() - 1) : 0);
  }

  private static String blackReport(Path file) {
    return Ffmpeg.complaints(
        List.of(
            "ffmpeg",
            "-v",
            "info",
            "-nostats",
            "-i",
            file.toString(),
            "-an",
            "-vf",
            "blackdetect=d=0.1:pix_th=0.10",
            "-f",
            "null",
            "-"));
  }
}
