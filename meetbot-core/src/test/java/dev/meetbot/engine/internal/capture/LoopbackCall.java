package dev.meetbot.engine.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.model.RecordingSpec;
import dev.meetbot.provider.playwright.PlaywrightDriver;
import dev.meetbot.provider.playwright.PlaywrightSettings;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.browser.BrowserOptions;
import dev.meetbot.spi.browser.BrowserSession;
import dev.meetbot.spi.meeting.MeetingSnapshot;
import dev.meetbot.spi.meeting.MeetingState;
import dev.meetbot.tck.Await;
import dev.meetbot.tck.PageServer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A call within one page of a real browser, with a recorder on it. */
final class LoopbackCall implements AutoCloseable {
  static final CapturePlan ALL = CapturePlan.of(RecordingSpec.DEFAULTS, false);
  static final CapturePlan AFTER_CONSENT = CapturePlan.of(RecordingSpec.DEFAULTS, true);
  private static final ArtifactKey PREFIX = new ArtifactKey("t/job/capture/1");
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  final PlaywrightDriver driver;
  final BrowserSession session;
  final FolderStore store;
  final Recorder recorder;
  final List<RecorderFault> faults = new CopyOnWriteArrayList<>();
  private final PageServer server;
  private final Path folder;

  LoopbackCall(Path folder, CapturePlan plan, String policy) {
    this(folder, plan, policy, "loopback.html");
  }

  /** With another page of the tests' own. */
  LoopbackCall(Path folder, CapturePlan plan, String policy, String page) {
    this.folder = folder;
    driver = new PlaywrightDriver(PlaywrightSettings.find().withLoopbackPeers(true));
    session = driver.launch(BrowserOptions.DEFAULTS.withTabCapture(plan.capturesTab()));
    store = new FolderStore(folder);
    recorder = Recorder.attach(session, plan, store, PREFIX, Clock.systemUTC(), faults::add);
    server = new PageServer(resource(page), policy);
    session.page().open(server.url(), TIMEOUT);
  }

  LoopbackCall(Path folder, CapturePlan plan) {
    this(folder, plan, "");
  }

  /** Calls a function of the page's lab with JSON arguments. */
  String lab(String call, Object... arguments) {
    return session.page().evaluate("() => lab." + call.formatted(arguments), "null", TIMEOUT);
  }

  /** Adds a guest and answers with its stream's id. */
  String guest(String options) {
    String id = lab("addGuest(%s)", options);
    return id.substring(1, id.length() - 1);
  }

  JsonArray stats() {
    try (JsonReader reader = Json.createReader(new StringReader(lab("stats()")))) {
      return reader.readArray();
    }
  }

  void start() {
    recorder.begin();
    recorder.start(Instant.now());
  }

  /** Lets the call go on, ticking the recorder as a session does. */
  void run(Duration time) {
    Instant end = Instant.now().plus(time);
    Await.until(
        "the call went on",
        time.plusSeconds(30),
        () -> {
          recorder.confirm(Instant.now());
          recorder.observe(MeetingSnapshot.of(MeetingState.IN_CALL));
          lab("wait(200)");
          return Instant.now().isAfter(end);
        });
  }

  List<JsonObject> log() {
    try {
      return Files.readAllLines(file("log.jsonl"), StandardCharsets.UTF_8).stream()
          .map(
              line -> {
                try (JsonReader reader = Json.createReader(new StringReader(line))) {
                  return reader.readObject();
                }
              })
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<JsonObject> log(String type) {
    return log().stream().filter(line -> line.getString("t").equals(type)).toList();
  }

  /** The line of the only track of that stream and kind. */
  JsonObject track(String streamId, String kind) {
    List<JsonObject> found =
        log("track").stream()
            .filter(t -> t.getString("streamId").equals(streamId))
            .filter(t -> t.getString("kind").equals(kind))
            .toList();
    assertThat(found).as("%s tracks of %s in %s", kind, streamId, log("track")).hasSize(1);
    return found.get(0);
  }

  Path file(JsonObject track) {
    return file(track.getString("file"));
  }

  Path file(String name) {
    return folder.resolve(PREFIX.path()).resolve(name);
  }

  @Override
  public void close() {
    session.close();
    driver.close();
    server.close();
  }

  private static String resource(String name) {
    try (InputStream in = LoopbackCall.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
