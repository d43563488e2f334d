package dev.meetbot.lab.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.lab.guest.HttpGuest;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** How late a bot for later is, in real browsers and an open room. */
@Timeout(300)
@Isolated
class JoinAtIT {
  private static final System.Logger LOG = System.getLogger(JoinAtIT.class.getName());
  private static final int BOTS = 5;
  private static final Duration BAR = Duration.ofSeconds(2);

  @Test
  @Tag("long")
  void a_bot_is_in_the_call_within_two_seconds_of_its_time(@TempDir Path dir) {
    try (MeetingScene scene = MeetingScene.open(dir, "-Dmeetbot.max-bots=" + BOTS)) {
      URI room = scene.room("planned");
      try (HttpGuest host = HttpGuest.openDoor(room, "Ada")) {
        Instant first = Instant.now().plusSeconds(25).truncatedTo(ChronoUnit.MILLIS);
        List<String> jobs = new ArrayList<>();
        for (int i = 0; i < BOTS; i++) {
          Instant joinAt = first.plusSeconds(4L * i);
          jobs.add(new Errand(scene, "planned-" + i, room).named("Bot " + i).at(joinAt).send());
        }
        scene.await(jobs.get(0), job -> browsers(scene) > 0);
        assertThat(Instant.now()).as("staged before its time").isBefore(first);
        assertThat(scene.jobs.get(jobs.get(0)).getString("status")).isEqualTo("queued");

        List<Duration> delays = new ArrayList<>();
        for (String job : jobs) {
          delays.add(delay(scene.await(job, "recording")));
        }
        LOG.log(System.Logger.Level.INFO, "in the call after joinAt, in ms: {0}", millis(delays));
        assertThat(delays).allSatisfy(d -> assertThat(d).isBetween(Duration.ZERO, BAR));
        host.endForAll();
      }
    }
  }

  private static Duration delay(JsonObject job) {
    return Duration.between(
        Instant.parse(job.getString("joinAt")), Instant.parse(job.getString("joinedAt")));
  }

  private static String millis(List<Duration> delays) {
    return delays.stream().map(d -> Long.toString(d.toMillis())).toList().toString();
  }

  private static int browsers(MeetingScene scene) {
    return (int)
        scene.server.tree().descendants("--meetbot-session").stream()
            .map(p -> p.info().commandLine().orElse(""))
            .filter(line -> !line.contains("--type="))
            .count();
  }
}
