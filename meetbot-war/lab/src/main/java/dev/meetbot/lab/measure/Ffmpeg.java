package dev.meetbot.lab.measure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Runs {@code ffmpeg} and {@code ffprobe} from the path. Every call blocks until the tool ends. */
public final class Ffmpeg {
  private Ffmpeg() {}

  /** Takes the tool's standard output while it runs. */
  @FunctionalInterface
  public interface Sink {
    void read(InputStream stdout) throws IOException;
  }

  /**
   * Runs a tool and hands its standard output to the sink.
   *
   * @return what it wrote on standard error
   * @throws IllegalStateException when the tool fails; the message has its last lines
   */
  public static String run(List<String> command, Sink sink) {
    return start(command, sink, true);
  }

  /** Like {@link #run} but a failing tool is no error here: a broken file is a finding. */
  public static String complaints(List<String> command) {
    return start(command, InputStream::readAllBytes, false);
  }

  /** The tool's standard output as text. */
  public static String text(String... command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    run(List.of(command), in -> in.transferTo(out));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String start(List<String> command, Sink sink, boolean mustSucceed) {
    try {
      Process process = new ProcessBuilder(new ArrayList<>(command)).start();
      process.getOutputStream().close();
      CompletableFuture<String> stderr =
          CompletableFuture.supplyAsync(() -> drain(process.getErrorStream()));
      try (InputStream stdout = process.getInputStream()) {
        sink.read(stdout);
        stdout.transferTo(java.io.OutputStream.nullOutputStream());
      } finally {
        if (Thread.currentThread().isInterrupted()) {
          process.destroy();
        }
      }
      int code = process.waitFor();
      String complaints = stderr.join();
      if (mustSucceed && code != 0) {
        throw new IllegalStateException(
            command.get(0) + " ended with " + code + ": " + tail(complaints));
      }
      return complaints;
    } catch (IOException e) {
      throw new UncheckedIOException("could not run " + command.get(0), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + command.get(0) + " ran", e);
    }
  }

  private static String drain(InputStream in) {
    try (in) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String tail(String text) {
    return text.length() <= 600 ? text : text.substring(text.length() - 600);
  }
}
