package dev.meetbot.lab.demo;

import dev.meetbot.lab.measure.MeetingFigures;
import dev.meetbot.lab.measure.Recording;
import dev.meetbot.lab.receiver.ReceivedWebhook;
import dev.meetbot.lab.receiver.Signatures;
import dev.meetbot.lab.receiver.WebhookReceiver;
import dev.meetbot.lab.server.JobsClient;
import dev.meetbot.lab.server.ServerProcess;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The demonstration: starts the packed server, opens a room with three guests, lets a bot record
 * it, and measures what came of it. Exit code 0 when every bar holds, 1 when one fails, 2 when it
 * could not run.
 */
public final class Demo {
  private final DemoOptions options;
  private final Progress progress = new Progress(System.err);

  private Demo(DemoOptions options) {
    this.options = options;
  }

  public static void main(String[] arguments) {
    int code;
    try {
      code = new Demo(DemoOptions.parse(List.of(arguments))).run() ? 0 : 1;
    } catch (DemoOptions.Unusable e) {
      System.err.println(e.getMessage());
      code = 2;
    } catch (RuntimeException | IOException e) {
      System.err.println("the demonstration could not run: " + e.getMessage());
      if (System.getenv("MEETBOT_DEMO_TRACE") != null) {
        e.printStackTrace();
      }
      code = 2;
    }
    System.exit(code);
  }

  private boolean run() throws IOException {
    if (!Files.isRegularFile(options.war())) {
      throw new DemoOptions.Unusable("no server at " + options.war() + "; run bin/demo, it builds");
    }
    empty(options.out());
    Outcome outcome;
    int port = freePort();
    progress.step("starting the server");
    try (WebhookReceiver receiver = WebhookReceiver.start();
        ServerProcess server =
            ServerProcess.startJar(
                options.war(),
                options.out().resolve("data"),
                port,
                List.of("-Dmeetbot.webhook.allow-private-targets=true"),
                options.out().resolve("server.log"))) {
      // who breaks off leaves no server behind; Chromium ends by itself with its driver's pipe
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      server.awaitReady(Duration.ofSeconds(90));
      outcome = perform(server, receiver);
    }
    List<Bar> bars = Bars.of(outcome);
    JsonObject report = Report.of(outcome, bars);
    Files.writeString(options.out().resolve("report.json"), report.toString());
    ReportPage.write(options.out(), report, outcome.recording(), outcome.truth());
    System.out.print(options.json() ? report + "\n" : Table.of(report, bars));
    progress.step("files and page: " + options.out().resolve("index.html"));
    return bars.stream().allMatch(Bar::ok);
  }

  private Outcome perform(ServerProcess server, WebhookReceiver receiver) {
    JobsClient jobs = new JobsClient(server.base(), once(server::apiKey, "API key"));
    Signatures signatures = new Signatures(once(server::webhookSecret, "webhook secret"));
    URI room = server.base().resolve("/room/demo");
    DemoCall.Recorded recorded;
    double without;
    progress.step("three guests enter the room");
    try (Stage stage = Stage.open(room)) {
      DemoCall call = new DemoCall(progress, stage, jobs, server.tree(), receiver, room, options);
      call.warmUp();
      without = call.unrecorded();
      recorded = call.recorded();
    }
    String id = recorded.job().getString("id");
    progress.step("job " + recorded.job().getString("status") + "; waiting for the last webhook");
    receiver.await(list -> isToldOf(id, list), Duration.ofSeconds(60));
    progress.step("fetching the files and measuring them");
    Recording recording = jobs.download(id, options.out());
    return new Outcome(
        recorded.job(),
        recorded.joinMs(),
        new CpuUse(recorded.cpuSecondsPerMinute(), without),
        MeetingFigures.of(recording, recorded.truth()),
        recording,
        recorded.truth(),
        receiver.received().stream()
            .filter(w -> id.equals(w.data().getString("jobId", "")))
            .toList(),
        signatures);
  }

  /** The end of a job is told twice: by its last status and by its result. */
  private static boolean isToldOf(String id, List<ReceivedWebhook> list) {
    List<ReceivedWebhook> own =
        list.stream()
            .filter(ReceivedWebhook::accepted)
            .filter(w -> id.equals(w.data().getString("jobId", "")))
            .toList();
    return own.stream().anyMatch(w -> w.event().matches("job\\.(finalized|failed)"))
        && own.stream()
            .anyMatch(w -> w.event().equals("job.status_changed") && JobsClient.isOver(w.data()));
  }

  private static String once(Supplier<java.util.Optional<String>> printed, String what) {
    return printed
        .get()
        .orElseThrow(() -> new IllegalStateException("the server printed no " + what));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void empty(Path dir) throws IOException {
    if (Files.exists(dir)) {
      try (Stream<Path> old = Files.walk(dir)) {
        for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    Files.createDirectories(dir);
  }
}
