package dev.meetbot.provider.playwright;

import dev.meetbot.spi.browser.BrowserPage;
import dev.meetbot.spi.browser.BrowserSession;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One Chromium with one page and a thread of its own. Thread-safe. */
final class PlaywrightSession implements BrowserSession {
  private static final Duration SETUP_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration GENTLE = Duration.ofSeconds(3);
  private static final Duration AFTER_KILL = Duration.ofSeconds(1);
  private static final Duration WHEN_BUSY = Duration.ofMillis(300);

  private final SessionThread thread;
  private final SessionProcesses processes;
  private final Path temporaryDirectory;
  private final Consumer<PlaywrightSession> whenClosed;
  private final BrowserPage page;
  private final AtomicBoolean closed = new AtomicBoolean();

  PlaywrightSession(
      SessionThread thread,
      SessionProcesses processes,
      Path temporaryDirectory,
      ConsoleErrors errors,
      Consumer<PlaywrightSession> whenClosed) {
    this.thread = thread;
    this.processes = processes;
    this.temporaryDirectory = temporaryDirectory;
    this.whenClosed = whenClosed;
    this.page = new PlaywrightPage(thread, errors);
  }

  @Override
  public void addInitScript(String script) {
    thread.call(
        "add a script",
        SETUP_TIMEOUT,
        (page, left) -> {
          page.context().addInitScript(script);
          return true;
        });
  }

  @Override
  public void expose(String name, Consumer<String> handler) {
    thread.call(
        "expose " + name,
        SETUP_TIMEOUT,
        (page, left) -> {
          new PageFunction(name, handler).addTo(page);
          return true;
        });
  }

  @Override
  public BrowserPage page() {
    return page;
  }

  @Override
  public OptionalLong processId() {
    return processes
        .browser()
        .map(found -> OptionalLong.of(found.root().pid()))
        .orElse(OptionalLong.empty());
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    List<ProcessHandle> family = processes.browserFamily();
    thread.end("The session was closed");
    boolean ended = thread.join(thread.isBusy() ? WHEN_BUSY : GENTLE);
    if (!ended) {
      // A frozen page holds the thread until its browser is dead.
      processes.kill();
      ended = thread.join(AFTER_KILL);
    }
    family.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    if (!ended) {
      processes.killDriver();
      thread.join(AFTER_KILL);
    }
    processes.browser().flatMap(BrowserProcess::temporaryProfile).ifPresent(WorkDirectory::remove);
    WorkDirectory.remove(temporaryDirectory);
    whenClosed.accept(this);
  }
}
