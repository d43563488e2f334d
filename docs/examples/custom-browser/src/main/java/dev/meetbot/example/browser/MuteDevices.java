package dev.meetbot.example.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** A dark camera and a silent microphone; what Chromium has of its own blinks and beeps. */
final class MuteDevices {
  private static final int WIDTH = 160;
  private static final int HEIGHT = 90;
  private static final AudioFormat MONO = new AudioFormat(48_000, 16, 1, true, false);

  private MuteDevices() {}

  /** Writes what they play into the folder; the arguments that have Chromium play it. */
  static List<String> in(Path folder) throws IOException {
    Path camera = folder.resolve("camera.y4m");
    Path microphone = folder.resolve("microphone.wav");
    Files.write(camera, dark());
    int samples = (int) MONO.getSampleRate();
    try (AudioInputStream silence =
        new AudioInputStream(
            new java.io.ByteArrayInputStream(new byte[samples * MONO.getFrameSize()]),
            MONO,
            samples)) {
      AudioSystem.write(silence, AudioFileFormat.Type.WAVE, microphone.toFile());
    }
    return List.of(
        "--use-fake-device-for-media-stream",
        "--use-file-for-fake-video-capture=" + camera,
        "--use-file-for-fake-audio-capture=" + microphone);
  }

  /** A film of one picture: brightness at its least, then both colours in the middle. */
  private static byte[] dark() throws IOException {
    ByteArrayOutputStream film = new ByteArrayOutputStream();
    film.writeBytes(
        ("YUV4MPEG2 W" + WIDTH + " H" + HEIGHT + " F1:1\nFRAME\n")
            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    film.writeBytes(filled(WIDTH * HEIGHT, 16));
    film.writeBytes(filled(WIDTH * HEIGHT / 2, 128));
    return film.toByteArray();
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
