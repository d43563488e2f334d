package dev.meetbot.provider.playwright;

import dev.meetbot.spi.browser.BrowserException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A camera that shows black and a microphone that is silent: Chromium's own stand-ins show a moving
 * picture and beep.
 */
final class MuteDevices {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 180;
  private static final int SAMPLE_RATE = 48_000;

  private MuteDevices() {}

  /** Writes what the devices play into the directory; the arguments that make Chromium use it. */
  static List<String> in(Path directory) {
    try {
      Path picture = Files.write(directory.resolve("black.y4m"), black());
      Path sound = Files.write(directory.resolve("silence.wav"), silence());
      return List.of(
          "--use-fake-device-for-media-stream",
          "--use-file-for-fake-video-capture=" + picture,
          "--use-file-for-fake-audio-capture=" + sound);
    } catch (IOException e) {
      throw new BrowserException("The bot's devices could not be made", e);
    }
  }

  /** One black picture in YUV4MPEG2. */
  private static byte[] black() {
    String head = "YUV4MPEG2 W" + WIDTH + " H" + HEIGHT + " F5:1 Ip A1:1 C420\nFRAME\n";
    byte[] start = head.getBytes(StandardCharsets.US_ASCII);
    int luma = WIDTH * HEIGHT;
    byte[] file = Arrays.copyOf(start, start.length + luma * 3 / 2);
    Arrays.fill(file, start.length, start.length + luma, (byte) 16);
    Arrays.fill(file, start.length + luma, file.length, (byte) 128);
    return file;
  }

  /** A second of silence as 16 bit mono WAV. */
  private static byte[] silence() {
    int bytes = SAMPLE_RATE * 2;
    ByteBuffer wav = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
    wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wav.putShort((short) 1).putShort((short) 1).putInt(SAMPLE_RATE).putInt(SAMPLE_RATE * 2);
    wav.putShort((short) 2).putShort((short) 16);
    wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
    return wav.array();
  }
}
