package dev.meetbot.provider.playwright;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meetbot.spi.browser.BrowserDriver;
import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserGoneException;
import dev.meetbot.spi.browser.BrowserOptions;
import dev.meetbot.spi.browser.BrowserSession;
import dev.meetbot.tck.Await;
import dev.meetbot.tck.BrowserDevicesContract;
import dev.meetbot.tck.BrowserDriverContract;
import dev.meetbot.tck.PageServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("try") // closing early is what some of these tests are about
class PlaywrightDriverIT implements BrowserDriverContract, BrowserDevicesContract {
  // makes no driver ready: these tests look at which processes come and go
  private final PlaywrightDriver driver =
      new PlaywrightDriver(PlaywrightSettings.find(), Duration.ofHours(1));

  @Override
  public BrowserDriver driver() {
    return driver;
  }

  @AfterAll
  void close() {
    driver.close();
  }

  @Test
  void a_closed_session_leaves_no_file(@TempDir Path work) throws IOException {
    PlaywrightSettings settings = PlaywrightSettings.find().withWorkDirectory(work.resolve("w"));
    List<ProcessHandle> others = ours();
    try (PlaywrightDriver own = new PlaywrightDriver(settings);
        PageServer server = new PageServer(PAGE);
        BrowserSession session = own.launch(BrowserOptions.DEFAULTS)) {
      session.page().open(server.url(), LONG);
      List<ProcessHandle> started = ours();
      started.removeAll(others);
      Path profile =
          BrowserProcess.find(switchOf(session)).orElseThrow().temporaryProfile().orElseThrow();
      assertThat(profile).exists();
      session.close();
      Await.until(
          "driver and browser ended",
          Duration.ofSeconds(5),
          () -> started.stream().noneMatch(ProcessHandle::isAlive));
      assertThat(profile).doesNotExist();
    }
    try (Stream<Path> left = Files.list(work.resolve("w"))) {
      assertThat(left.filter(path -> !path.getFileName().toString().startsWith("playwright-")))
          .isEmpty();
    }
  }

  @Test
  void a_browser_that_stands_still_is_killed_on_closing_and_its_driver_ends_too()
      throws IOException, InterruptedException {
    List<ProcessHandle> others = ours();
    try (BrowserSession session = driver.launch(BrowserOptions.DEFAULTS)) {
      List<ProcessHandle> started = ours();
      started.removeAll(others);
      String pid = Long.toString(session.processId().getAsLong());
      assertThat(new ProcessBuilder("kill", "-STOP", pid).start().waitFor()).isZero();
      long start = System.nanoTime();
      session.close();
      assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isLessThan(6000);
      Await.until(
          "driver and browser ended",
          Duration.ofSeconds(5),
          () -> started.stream().noneMatch(ProcessHandle::isAlive));
    }
  }

  @Test
  void the_next_session_has_the_driver_that_stood_ready_unless_that_died() {
    List<ProcessHandle> others = ours();
    try (PlaywrightDriver own = new PlaywrightDriver(PlaywrightSettings.find(), Duration.ZERO)) {
      own.launch(BrowserOptions.DEFAULTS).close();
      ProcessHandle ready = onlyNode(own, others);
      try (BrowserSession session = own.launch(BrowserOptions.DEFAULTS)) {
        assertThat(BrowserProcess.find(switchOf(session)).orElseThrow().node()).contains(ready);
      }
      onlyNode(own, others).destroyForcibly();
      try (BrowserSession session = own.launch(BrowserOptions.DEFAULTS)) {
        assertThat(session.processId()).isPresent();
      }
      onlyNode(own, others);
    }
    Await.until("no driver is left", Duration.ofSeconds(5), () -> nodes(others).isEmpty());
  }

  /** The one driver that is there besides the others, once all else has ended. */
  private static ProcessHandle onlyNode(PlaywrightDriver own, List<ProcessHandle> others) {
    Await.until(
        "one driver stands ready",
        Duration.ofSeconds(15),
        () -> own.hasSpare() && nodes(others).size() == 1);
    return nodes(others).get(0);
  }

  private static List<ProcessHandle> nodes(List<ProcessHandle> others) {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.isAlive() && !others.contains(child))
        .toList();
  }

  @Test
  void a_crashed_page_is_the_end_of_its_session() {
    try (PageServer server = new PageServer(PAGE);
        BrowserSession session = driver.launch(BrowserOptions.DEFAULTS)) {
      session.page().open(server.url(), LONG);
      List<ProcessHandle> renderers =
          ProcessHandle.of(session.processId().getAsLong())
              .orElseThrow()
              .descendants()
              .filter(
                  handle ->
                      String.join(" ", BrowserProcess.arguments(handle))
                          .contains("--type=renderer"))
              .toList();
      assertThat(renderers).isNotEmpty();
      renderers.forEach(ProcessHandle::destroyForcibly);
      assertThatThrownBy(() -> session.page().evaluate("() => new Promise(() => {})", "null", LONG))
          .isInstanceOf(BrowserGoneException.class);
      assertThatThrownBy(() -> session.page().screenshot(LONG))
          .isInstanceOf(BrowserGoneException.class);
    }
  }

  @Test
  void a_tab_is_captured_with_sound_and_without_a_click() {
    try (PageServer server = new PageServer(PAGE);
        BrowserSession session = driver.launch(BrowserOptions.DEFAULTS.withTabCapture(true))) {
      session.page().open(server.url(), LONG);
      assertThat(
              session
                  .page()
                  .evaluate(
                      "async () => { const s = await navigator.mediaDevices.getDisplayMedia("
                          + "{preferCurrentTab: true, video: true, audio: true});"
                          + " return s.getTracks().map(t => t.kind).sort(); }",
                      "null",
                      LONG))
          .isEqualTo("[\"audio\",\"video\"]");
    }
  }

  @Test
  void a_page_gets_no_microphone() {
    try (PageServer server = new PageServer(PAGE);
        BrowserSession session = driver.launch(BrowserOptions.DEFAULTS)) {
      session.page().open(server.url(), LONG);
      assertThat(
              session
                  .page()
                  .evaluate(
                      "() => navigator.mediaDevices.getUserMedia({audio: true})"
                          + ".then(() => 'granted', e => 'refused')",
                      "null",
                      LONG))
          .isEqualTo("\"refused\"");
    }
  }

  @Test
  void closing_the_driver_ends_its_sessions_and_it_starts_no_more() {
    PlaywrightDriver own = new PlaywrightDriver(PlaywrightSettings.find());
    try (BrowserSession session = own.launch(BrowserOptions.DEFAULTS)) {
      own.close();
      own.close();
      assertThatThrownBy(() -> session.page().screenshot(LONG))
          .isInstanceOf(BrowserGoneException.class);
      assertThatThrownBy(() -> own.launch(BrowserOptions.DEFAULTS))
          .isInstanceOf(BrowserException.class)
          .hasMessage("The browser driver is closed");
    }
  }

  @Test
  void a_program_that_is_no_browser_and_a_missing_one_are_clear_errors() {
    List<ProcessHandle> before = ours();
    try (PlaywrightDriver wrong =
            new PlaywrightDriver(PlaywrightSettings.find().withChromium(Path.of("/bin/false")));
        PlaywrightDriver missing =
            new PlaywrightDriver(PlaywrightSettings.find().withChromium(null))) {
      assertThatThrownBy(() -> wrong.launch(BrowserOptions.DEFAULTS))
          .isInstanceOf(BrowserException.class)
          .hasMessageStartingWith("Chromium did not start");
      assertThatThrownBy(() -> missing.launch(BrowserOptions.DEFAULTS))
          .isInstanceOf(BrowserException.class)
          .hasMessageContaining("install the package chromium");
    }
    Await.until("no process is left", LONG, () -> before.containsAll(ours()));
  }

  private static String switchOf(BrowserSession session) {
    long pid = session.processId().getAsLong();
    return BrowserProcess.arguments(ProcessHandle.of(pid).orElseThrow()).stream()
        .filter(argument -> argument.startsWith(LaunchArguments.SESSION_SWITCH))
        .findFirst()
        .orElseThrow();
  }

  private static List<ProcessHandle> ours() {
    return new ArrayList<>(
        ProcessHandle.current().descendants().filter(ProcessHandle::isAlive).toList());
  }
}
