package dev.meetbot.lab.dropin;

import dev.meetbot.lab.app.App;
import dev.meetbot.lab.app.AppRequests;
import dev.meetbot.lab.app.ShortMeeting;
import dev.meetbot.lab.demo.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** One server from its start to its end. */
final class Trial {
  private final AppServer server;
  private final Path war;
  private final Path dir;
  private final int redeploys;
  private final CarriedData carried;
  private final Progress progress;

  Trial(
      AppServer server, Path war, Path dir, int redeploys, CarriedData carried, Progress progress) {
    this.server = server;
    this.war = war;
    this.dir = dir;
    this.redeploys = redeploys;
    this.carried = carried;
    this.progress = progress;
  }

  /**
   * Runs all of it; takes minutes.
   *
   * @throws IOException when the server does not start, or the WAR cannot be deployed at all
   */
  Row run() throws IOException, InterruptedException {
    Files.createDirectories(dir);
    step("starting " + server.version());
    long start = System.nanoTime();
    try (ServerUnderTest running =
        ServerUnderTest.start(server, settings(), dir.resolve("output.log"))) {
      running.knock();
      running.deploy(war);
      long readyMs = (System.nanoTime() - start) / 1_000_000;
      step("ready at " + running.base() + " after " + readyMs + " ms");
      App app = App.of(running.base(), carried.key());
      boolean found = well("data of the server before", () -> carried.faults(server.name(), app));
      boolean requests = well("requests", () -> AppRequests.faults(app));
      boolean meeting = well("meeting", () -> ShortMeeting.faults(app, dir.resolve("recording")));
      Jvm jvm = running.jvm();
      jvm.collect();
      double heap = jvm.heapMb();
      double rss = jvm.residentMb();
      Redeploys series = new Redeploys(running, app, war, dir.resolve("heap.hprof"), this::step);
      int survived = series.run(redeploys);
      List<String> leaks = new ArrayList<>(series.leaks());
      leaks.forEach(leak -> step("LEAK " + leak));
      return new Row(
          server.name(),
          server.version(),
          readyMs,
          heap,
          rss,
          found,
          requests,
          meeting,
          redeploys,
          survived,
          leaks);
    }
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("MEETBOT_DATA", carried.directory().toString());
    settings.put("MEETBOT_PORT", Integer.toString(server.port()));
    settings.put("MEETBOT_FIRST_KEY_FILE", carried.key().toString());
    settings.put("MEETBOT_WEBHOOK_ALLOW_PRIVATE_TARGETS", "true");
    return settings;
  }

  private boolean well(String what, Supplier<List<String>> check) {
    List<String> faults;
    try {
      faults = check.get();
    } catch (RuntimeException | AssertionError e) {
      faults = List.of(e.toString());
    }
    faults.forEach(fault -> step(what + ": " + fault));
    step(what + (faults.isEmpty() ? " ok" : " FAILED"));
    return faults.isEmpty();
  }

  private void step(String text) {
    progress.step(server.name() + ": " + text);
  }
}
