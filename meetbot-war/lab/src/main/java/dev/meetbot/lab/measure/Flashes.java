package dev.meetbot.lab.measure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a guest's camera turns bright in a video, whatever the layout: the frames in which pixels of
 * the guest's bright colour appear after there were none.
 */
public final class Flashes {
  private static final int WIDTH = 160;
  private static final int HEIGHT = 90;
  private static final double HUE_REACH = 25;

  /** A tile is far bigger than this part of the picture. */
  private static final double PART = 0.01;

  private static final double DARK_MS = 200;
  private static final Pattern TIME = Pattern.compile("pts_time:\\s*([0-9.]+)");

  private Flashes() {}

  /** For each hue the times (file time, ms) at which its bright colour appears. */
  public static Map<Integer, List<Double>> of(Path file, List<Integer> hues) {
    Map<Integer, List<Double>> flashes = new LinkedHashMap<>();
    Frames frames = frames(file, hues);
    frames.bright.forEach((hue, list) -> flashes.put(hue, rises(frames.times, list)));
    return flashes;
  }

  /** The times (file time, ms) of all frames that show the hue's bright colour. */
  public static List<Double> bright(Path file, int hue) {
    Frames frames = frames(file, List.of(hue));
    List<Boolean> bright = frames.bright.getOrDefault(hue, List.of());
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < bright.size(); i++) {
      if (bright.get(i)) {
        times.add(frames.times.get(i));
      }
    }
    return times;
  }

  private record Frames(List<Double> times, Map<Integer, List<Boolean>> bright) {}

  private static Frames frames(Path file, List<Integer> hues) {
    Map<Integer, List<Boolean>> bright = new LinkedHashMap<>();
    hues.forEach(hue -> bright.put(hue, new ArrayList<>()));
    String info =
        Ffmpeg.run(
            List.of(
                "ffmpeg",
                "-v",
                "info",
                "-nostats",
                "-copyts",
                "-i",
                file.toString(),
                "-an",
                "-vf",
                "scale=" + WIDTH + ":" + HEIGHT + ":flags=area,format=rgb24,showinfo=checksum=0",
                "-fps_mode",
                "passthrough",
                "-f",
                "rawvideo",
                "-"),
            in -> read(in, bright));
    List<Double> times = new ArrayList<>();
    Matcher matcher = TIME.matcher(info);
    while (matcher.find()) {
      times.add(Double.parseDouble(matcher.group(1)) * 1000);
    }
    return new Frames(times, bright);
  }

  private static void read(InputStream in, Map<Integer, List<Boolean>> bright) throws IOException {
    byte[] frame = new byte[WIDTH * HEIGHT * 3];
    while (in.readNBytes(frame, 0, frame.length) == frame.length) {
      bright.forEach((hue, list) -> list.add(count(frame, hue) > PART * WIDTH * HEIGHT));
    }
  }

  private static int count(byte[] frame, int hue) {
    int count = 0;
    for (int i = 0; i < frame.length; i += 3) {
      count += isBright(frame[i] & 255, frame[i + 1] & 255, frame[i + 2] & 255, hue) ? 1 : 0;
    }
    return count;
  }

  private static List<Double> rises(List<Double> times, List<Boolean> bright) {
    if (times.size() != bright.size()) {
      throw new IllegalStateException(times.size() + " times of " + bright.size() + " pictures");
    }
    List<Double> rises = new ArrayList<>();
    double darkSince = 0;
    for (int i = 0; i < times.size(); i++) {
      if (!bright.get(i)) {
        darkSince = i > 0 && bright.get(i - 1) ? times.get(i) : darkSince;
      } else if (i > 0 && !bright.get(i - 1) && times.get(i) - darkSince >= DARK_MS) {
        rises.add(times.get(i));
      }
    }
    return rises;
  }

  /** Light and tinted: value over 78 %, saturation over 12 %, the hue within 25 degrees. */
  static boolean isBright(int r, int g, int b, int hue) {
    int max = Math.max(r, Math.max(g, b));
    int min = Math.min(r, Math.min(g, b));
    double spread = max - min;
    if (max < 200 || spread < 0.12 * max) {
      return false;
    }
    double own;
    if (max == r) {
      own = 60 * ((g - b) / spread);
    } else if (max == g) {
      own = 60 * ((b - r) / spread + 2);
    } else {
      own = 60 * ((r - g) / spread + 4);
    }
    double away = Math.abs(((own - hue) % 360 + 540) % 360 - 180);
    return away <= HUE_REACH;
  }
}
