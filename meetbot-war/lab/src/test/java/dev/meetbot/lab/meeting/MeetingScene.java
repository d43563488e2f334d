package dev.meetbot.lab.meeting;

import dev.meetbot.lab.guest.Guest;
import dev.meetbot.lab.receiver.ReceivedWebhook;
import dev.meetbot.lab.receiver.WebhookReceiver;
import dev.meetbot.lab.server.JobsClient;
import dev.meetbot.lab.server.ServerProcess;
import dev.meetbot.lab.truth.Span;
import dev.meetbot.lab.truth.Voice;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server under test with its receiver of webhooks, and the words to tell a meeting in. */
final class MeetingScene implements AutoCloseable {
  static final String BOT = "Notes";
  static final Duration PATIENCE = Duration.ofSeconds(120);
  static final Voice ADA = new Voice("Ada", 440, 20);
  static final Voice GRACE = new Voice("Grace", 620, 140);

  /** Flushed, or committed; the rest of a name that the store gives is of no concern. */
  private static final Pattern RAW = Pattern.compile("(t\\d+\\.(?:mkv|webm))(?:~part)?");

  private static final Path WAR = Path.of("..", "target", "meetbot.war");

  final Path dir;
  final WebhookReceiver receiver;
  final ServerProcess server;
  final JobsClient jobs;

  private MeetingScene(Path dir, WebhookReceiver receiver, ServerProcess server) {
    this.dir = dir;
    this.receiver = receiver;
    this.server = server;
    this.jobs = new JobsClient(server.base(), server.apiKey().orElseThrow());
  }

  /**
   * Starts the packed server with an empty data directory.
   *
   * @param options of the JVM, for settings besides the usual
   */
  static MeetingScene open(Path dir, String... options) {
    WebhookReceiver receiver = WebhookReceiver.start();
    try {
      return new MeetingScene(dir, receiver, server(dir, options));
    } catch (RuntimeException e) {
      receiver.close();
      throw e;
    }
  }

  /** The packed server over the data in {@code dir}, ready. */
  static ServerProcess server(Path dir, String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.add("-Dmeetbot.webhook.allow-private-targets=true");
    ServerProcess server =
        ServerProcess.startJar(
            WAR, dir.resolve("data"), freePort(), all, dir.resolve("server.log"));
    try {
      return server.awaitReady(Duration.ofMinutes(3));
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  URI room(String name) {
    return server.base().resolve("/room/" + name);
  }

  /** The first one in a room: its host. */
  Guest host(String room) {
    Guest host = Guest.open(ADA, room(room));
    host.join();
    host.awaitInCall(PATIENCE);
    return host;
  }

  /** Sends a bot to the room; the timers are the job's {@code autoLeave}. */
  String send(String room, JsonObject autoLeave) {
    return send(room, autoLeave, JsonObject.EMPTY_JSON_OBJECT);
  }

  String send(String room, JsonObject autoLeave, JsonObject recording) {
    JsonObjectBuilder body =
        Json.createObjectBuilder()
            .add("externalId", room)
            .add("meetingUrl", room(room).toString())
            .add("displayName", BOT)
            .add("autoLeave", autoLeave)
            .add("recording", recording)
            .add(
                "webhooks",
                Json.createObjectBuilder().add("onStatusChange", receiver.url("/hook").toString()));
    return jobs.create(body.build()).getString("id");
  }

  /** The same with further fields of the job. */
  String sendWith(String room, JsonObject more) {
    JsonObjectBuilder body =
        Json.createObjectBuilder()
            .add("externalId", room)
            .add("meetingUrl", room(room).toString())
            .add("displayName", BOT)
            .add(
                "webhooks",
                Json.createObjectBuilder().add("onStatusChange", receiver.url("/hook").toString()));
    more.forEach(body::add);
    return jobs.create(body.build()).getString("id");
  }

  /** Somebody whom the host lets in. */
  Guest guest(Voice voice, String room, Guest host) {
    Guest guest = Guest.open(voice, room(room));
    guest.join();
    host.awaitWaiting(voice.name(), PATIENCE);
    host.admit(voice.name());
    guest.awaitInCall(PATIENCE);
    return guest;
  }

  String send(String room) {
    return send(room, JsonObject.EMPTY_JSON_OBJECT);
  }

  static JsonObject timer(String name, int seconds) {
    return Json.createObjectBuilder().add(name, seconds).build();
  }

  /**
   * Copies what the recorder has stored of a running job; it is deleted when the job is finalized.
   *
   * @return the media files, each of one track
   */
  List<Path> raw(String job, Path to) {
    try (Stream<Path> all = Files.walk(dir.resolve("data"))) {
      Files.createDirectories(to);
      List<Path> copies = new ArrayList<>();
      for (Path file : all.filter(f -> f.toString().contains(job)).toList()) {
        Matcher name = RAW.matcher(file.getFileName().toString());
        if (name.matches()) {
          copies.add(Files.copy(file, to.resolve(name.group(1))));
        }
      }
      return copies;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets the bot in, and returns when it records. */
  void admit(Guest host, String job) {
    host.awaitWaiting(BOT, PATIENCE);
    host.admit(BOT);
    await(job, "recording");
  }

  /** Has the host speak for so long, from now on, and returns when it is said. */
  void talk(Guest guest, Duration length) {
    double start = System.currentTimeMillis() + 500.0;
    guest.speak(List.of(new Span(start, start + length.toMillis())));
    guest.await(
        "the end of the talk",
        room -> System.currentTimeMillis() > start + length.toMillis() + 500,
        length.plus(PATIENCE));
  }

  JsonObject await(String job, String status) {
    return await(job, j -> j.getString("status").equals(status));
  }

  JsonObject await(String job, Predicate<JsonObject> condition) {
    return jobs.await(
        job,
        j -> {
          if (JobsClient.isOver(j) && !condition.test(j)) {
            throw new IllegalStateException("the job ended otherwise: " + j);
          }
          return condition.test(j);
        },
        PATIENCE);
  }

  JsonObject awaitEnd(String job) {
    return jobs.await(job, JobsClient::isOver, PATIENCE);
  }

  /** The statuses and results that the receiver accepted for the job, in order, all of them. */
  List<String> told(String job, String last, Duration patience) {
    Predicate<ReceivedWebhook> mine =
        w -> w.accepted() && job.equals(w.data().getString("jobId", ""));
    return receiver
        .await(all -> all.stream().filter(mine).anyMatch(w -> label(w).equals(last)), patience)
        .stream()
        .filter(mine)
        .map(MeetingScene::label)
        .toList();
  }

  private static String label(ReceivedWebhook webhook) {
    return webhook.event().equals("job.status_changed")
        ? webhook.data().getString("status")
        : webhook.event();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    receiver.close();
  }
}
