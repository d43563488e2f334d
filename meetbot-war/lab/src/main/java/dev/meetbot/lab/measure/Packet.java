package dev.meetbot.lab.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One packet of a file as ffprobe lists it, in milliseconds of file time. */
public record Packet(double atMs, double durationMs) {

  /** The packets of the first stream of a type ({@code a} or {@code v}) in file order. */
  public static List<Packet> of(Path file, String type) {
    String csv =
        Ffmpeg.text(
            "ffprobe",
            "-v",
            "quiet",
            "-select_streams",
            type + ":0",
            "-show_entries",
            "packet=pts_time,duration_time",
            "-of",
            "csv=p=0",
            file.toString());
    List<Packet> packets = new ArrayList<>();
    for (String line : csv.split("\n")) {
      String[] cells = line.trim().split(",");
      if (cells[0].isEmpty() || cells[0].toUpperCase(Locale.ROOT).startsWith("N")) {
        continue;
      }
      double duration =
          cells.length < 2 || cells[1].startsWith("N") ? Double.NaN : Double.parseDouble(cells[1]);
      packets.add(new Packet(Double.parseDouble(cells[0]) * 1000, duration * 1000));
    }
    return packets;
  }
}
