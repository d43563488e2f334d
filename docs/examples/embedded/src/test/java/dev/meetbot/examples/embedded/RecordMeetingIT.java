package dev.meetbot.examples.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.lab.guest.Guest;
import dev.meetbot.lab.measure.RecordedFile;
import dev.meetbot.lab.measure.Recording;
import dev.meetbot.lab.server.ServerProcess;
import dev.meetbot.lab.truth.Span;
import dev.meetbot.lab.truth.Voice;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobStatus;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An engine of its own in this JVM records a room that another process serves. */
@Timeout(300)
class RecordMeetingIT {
  private static final Path WAR = Path.of("..", "..", "..", "meetbot-war", "target", "meetbot.war");
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Test
  void the_engine_records_a_room_without_a_server_of_its_own(@TempDir Path dir) throws Exception {
    ExecutorService alone = Executors.newSingleThreadExecutor();
    try (ServerProcess rooms =
            ServerProcess.startJar(
                    WAR, dir.resolve("data"), freePort(), List.of(), dir.resolve("server.log"))
                .awaitReady(Duration.ofMinutes(3));
        Guest host =
            Guest.open(new Voice("Ada", 440, 20), rooms.base().resolve("/room/embedded"))) {
      host.join();
      host.awaitInCall(PATIENCE);
      URI room = rooms.base().resolve("/room/embedded");
      Future<Job> job = alone.submit(() -> RecordMeeting.record(room, dir.resolve("recordings")));
      host.awaitWaiting("Notes", PATIENCE);
      host.admit("Notes");
      host.await("the bot", r -> r.participantId("Notes").isPresent(), PATIENCE);
      double start = System.currentTimeMillis() + 1500.0;
      host.speak(List.of(new Span(start, start + 3000)));
      host.await("the talk", r -> System.currentTimeMillis() > start + 4000, PATIENCE);
      host.endForAll();
      Job ended = job.get(120, TimeUnit.SECONDS);
      assertThat(ended.status()).isEqualTo(JobStatus.COMPLETED);
      Path files = dir.resolve("recordings/artifacts/" + ended.tenant() + "/" + ended.id());
      Recording recording = Recording.in(files);
      assertThat(recording.files())
          .extracting(RecordedFile::name)
          .contains("audio.ada.webm", "video.webm");
      assertThat(recording.files()).allMatch(RecordedFile::isAsManifested);
    } finally {
      alone.shutdownNow();
    }
  }

  /** Two engines share nothing but the JVM: each has its own data, room, job and files. */
  @Test
  void two_engines_in_one_program_each_record_their_own_room(@TempDir Path dir) throws Exception {
    ExecutorService both = Executors.newFixedThreadPool(2);
    try (ServerProcess rooms =
            ServerProcess.startJar(
                    WAR, dir.resolve("data"), freePort(), List.of(), dir.resolve("server.log"))
                .awaitReady(Duration.ofMinutes(3));
        Guest ada = Guest.open(new Voice("Ada", 440, 20), rooms.base().resolve("/room/ada"));
        Guest alan = Guest.open(new Voice("Alan", 620, 140), rooms.base().resolve("/room/alan"))) {
      Map<Guest, Future<Job>> jobs = new LinkedHashMap<>();
      for (Guest host : List.of(ada, alan)) {
        String name = host.voice().name();
        host.join();
        host.awaitInCall(PATIENCE);
        URI room = rooms.base().resolve("/room/" + name.toLowerCase(Locale.ROOT));
        jobs.put(host, both.submit(() -> RecordMeeting.record(room, dir.resolve(name))));
      }
      for (Guest host : jobs.keySet()) {
        host.awaitWaiting("Notes", PATIENCE);
        host.admit("Notes");
      }
      for (Guest host : jobs.keySet()) {
        host.await("the recorder", r -> !r.json().getJsonArray("recordingBy").isEmpty(), PATIENCE);
        host.endForAll();
      }
      for (Map.Entry<Guest, Future<Job>> entry : jobs.entrySet()) {
        Job ended = entry.getValue().get(120, TimeUnit.SECONDS);
        assertThat(ended.status()).isEqualTo(JobStatus.COMPLETED);
        String name = entry.getKey().voice().name();
        Path own = dir.resolve(name + "/artifacts");
        Path files = own.resolve(ended.tenant() + "/" + ended.id());
        assertThat(Recording.in(files).files())
            .extracting(RecordedFile::speaker)
            .contains(name)
            .doesNotContain(name.equals("Ada") ? "Alan" : "Ada");
        assertThat(own.toFile().list()).containsExactly(ended.tenant().toString());
      }
    } finally {
      both.shutdownNow();
    }
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
