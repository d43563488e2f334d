package dev.meetbot.example.browser;

import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Chromium that was started for one session, with a folder of its own for all its files. */
final class ChromiumProcess {
  private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");
  private static final Duration AFTER_KILL = Duration.ofSeconds(1);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(10);
  private static final int LAST_WORDS = 5;

  private final Process process;
  private final SessionFolder folder;
  private final CompletableFuture<URI> address = new CompletableFuture<>();

  private ChromiumProcess(Process process, SessionFolder folder) {
    this.process = process;
    this.folder = folder;
  }

  static ChromiumProcess start(Path executable, List<String> arguments, BrowserOptions options) {
    try {
      SessionFolder folder = SessionFolder.make();
      try {
        Process process = process(executable, arguments, options, folder.path());
        ChromiumProcess started = new ChromiumProcess(process, folder);
        CdpDriver.daemon(started::listen, "meetbot-cdp-output").start();
        return started;
      } catch (IOException e) {
        folder.remove();
        throw e;
      }
    } catch (IOException e) {
      throw new BrowserException("Chromium could not be started: " + e.getMessage(), e);
    }
  }

  private static Process process(
      Path executable, List<String> arguments, BrowserOptions options, Path folder)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(executable.toString()));
    command.addAll(LaunchArguments.of(options, folder, root()));
    command.addAll(options.devices() ? MuteDevices.in(folder) : List.of());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    LaunchArguments.keepOnlyWhatABrowserNeeds(builder.environment(), folder);
    return builder.start();
  }

  private static boolean root() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** Reads what it says to the end, or it would stop when nobody reads. */
  private void listen() {
    Deque<String> lastWords = new ArrayDeque<>();
    try (BufferedReader output = process.inputReader()) {
      output
          .lines()
          .forEach(
              line -> {
                Matcher listening = LISTENING.matcher(line);
                if (listening.find()) {
                  address.complete(URI.create(listening.group(1)));
                }
                lastWords.add(line);
                if (lastWords.size() > LAST_WORDS) {
                  lastWords.remove();
                }
              });
    } catch (IOException | UncheckedIOException e) {
      // it was killed
    }
    address.completeExceptionally(
        new BrowserException("Chromium did not start: " + String.join(" | ", lastWords)));
  }

  /** Where it listens for its protocol. */
  URI address(Deadline deadline) {
    return deadline.await(address);
  }

  /** The process with all that it started. */
  List<ProcessHandle> family() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
  }

  /** Waits until it has ended by itself; false when it has not in that time. */
  boolean ends(Duration within) {
    try {
      return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void kill() {
    end(family());
  }

  /** Ends what is left of the family, and removes the folder. */
  void end(List<ProcessHandle> family) {
    family.forEach(ProcessHandle::destroyForcibly);
    long end = System.nanoTime() + AFTER_KILL.toNanos();
    // asked again and again: of a grandchild that init has not collected no end is told
    while (family.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
    folder.remove();
  }
}
