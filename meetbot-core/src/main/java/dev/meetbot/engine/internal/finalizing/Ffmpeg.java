package dev.meetbot.engine.internal.finalizing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs ffmpeg and ffprobe as processes of low priority, so that running calls come first. Arguments
 * never pass through a shell. Thread-safe; {@link #close} kills what still runs.
 */
final class Ffmpeg implements AutoCloseable {
  private static final int ERROR_CHARACTERS = 600;
  private static final int IDLE_SECONDS = 10;
  private static final List<String> NICE = List.of("nice", "-n", "10");

  private final FinalizerSettings settings;
  private final Set<Process> running = ConcurrentHashMap.newKeySet();

  /**
   * Not the JVM's timer of CompletableFuture: its thread would keep a web application's classes.
   */
  private final ScheduledThreadPoolExecutor limits;

  Ffmpeg(FinalizerSettings settings) {
    this.settings = settings;
    this.limits = new ScheduledThreadPoolExecutor(1, Ffmpeg::daemon);
    limits.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    limits.allowCoreThreadTimeOut(true);
    limits.setRemoveOnCancelPolicy(true);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "meetbot-ffmpeg-limit");
    thread.setDaemon(true);
    return thread;
  }

  /** A process of ours with the file that its error output goes to. */
  record Running(Process process, Path errors, String program) {
    /**
     * Waits for its end.
     *
     * @throws FfmpegException when it failed; with the end of what it wrote on stderr
     */
    void finish() throws IOException {
      try {
        int code = process.waitFor();
        if (code != 0) {
          throw new FfmpegException(program + " ended with " + code + ": " + lastErrors());
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
        throw new FfmpegException(program + " was interrupted", e);
      }
    }

    String lastErrors() throws IOException {
      byte[] bytes = Files.exists(errors) ? Files.readAllBytes(errors) : new byte[0];
      String text = new String(bytes, StandardCharsets.UTF_8).strip();
      return text.substring(Math.max(0, text.length() - ERROR_CHARACTERS));
    }
  }

  /** Runs ffmpeg to its end; killed after {@code limit}. Blocks. */
  void run(List<String> arguments, Path directory, Duration limit) throws IOException {
    Running started = start(arguments, directory, limit);
    started.process().getOutputStream().close();
    started.process().getInputStream().readAllBytes();
    started.finish();
  }

  /** Runs ffprobe and returns what it printed. Blocks. */
  String probe(List<String> arguments, Path directory, Duration limit) throws IOException {
    Running started = start(settings.ffprobe(), arguments, directory, limit);
    started.process().getOutputStream().close();
    byte[] out = started.process().getInputStream().readAllBytes();
    started.finish();
    return new String(out, StandardCharsets.UTF_8);
  }

  /** Starts ffmpeg with pipes for stdin and stdout; killed after {@code limit}. */
  Running start(List<String> arguments, Path directory, Duration limit) throws IOException {
    return start(settings.ffmpeg(), arguments, directory, limit);
  }

  private Running start(String program, List<String> arguments, Path directory, Duration limit)
      throws IOException {
    List<String> command = new ArrayList<>();
    if (settings.nice()) {
      command.addAll(NICE);
    }
    command.add(program);
    command.addAll(List.of("-hide_banner", "-v", "error"));
    command.addAll(arguments);
    Path errors = Files.createTempFile(directory, "stderr", ".txt");
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectError(errors.toFile())
              .start();
    } catch (IOException e) {
      throw new FfmpegException("cannot start " + program + ": " + e.getMessage(), e);
    }
    running.add(process);
    Future<?> end = endAfter(limit, process);
    process
        .onExit()
        .whenComplete(
            (p, e) -> {
              end.cancel(false);
              running.remove(process);
            });
    return new Running(process, errors, program);
  }

  private Future<?> endAfter(Duration limit, Process process) throws FfmpegException {
    try {
      return limits.schedule(process::destroyForcibly, limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      process.destroyForcibly();
      throw new FfmpegException("the engine is being closed", e);
    }
  }

  /** Kills what runs; nothing can be started any more. A second call does nothing. */
  @Override
  public void close() {
    limits.shutdownNow();
    running.forEach(Process::destroyForcibly);
  }
}
