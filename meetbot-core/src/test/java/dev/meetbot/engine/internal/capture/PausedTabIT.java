package dev.meetbot.engine.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.meetbot.model.RecordingSpec;
import dev.meetbot.spi.meeting.AudioShape;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the browser itself muxes cannot be taken apart, so a pause is a break between two files. */
@Timeout(120)
class PausedTabIT {
  @TempDir Path dir;

  @Test
  void aPausedTabIsAnotherFileAfterThePause() throws Exception {
    CapturePlan plan =
        new CapturePlan(
            RecordingSpec.Audio.PER_SPEAKER,
            RecordingSpec.Video.TAB,
            true,
            true,
            true,
            false,
            AudioShape.OWN_TRACKS);
    try (LoopbackCall call = new LoopbackCall(dir, plan)) {
      call.guest("{hz: 500}");
      call.start();
      call.run(Duration.ofSeconds(4));
      call.recorder.pause();
      call.run(Duration.ofSeconds(3));
      call.recorder.resume();
      call.run(Duration.ofSeconds(4));
      call.recorder.stop("test");

      assertThat(call.faults).isEmpty();
      List<JsonObject> tabs =
          call.log("track").stream().filter(t -> t.getString("kind").equals("tab")).toList();
      assertThat(tabs).hasSize(2);
      long zero = call.log("capture_started").get(0).getJsonNumber("at").longValue();
      long pauseMs = call.log("pause").get(0).getJsonNumber("at").longValue() - zero;
      long resumeMs = call.log("resume").get(0).getJsonNumber("at").longValue() - zero;
      long firstMs = tabs.get(0).getJsonNumber("firstMs").longValue();
      double firstLasts = 1_000 * Sound.of(call.file(tabs.get(0))).seconds();
      // The browser's encoder fills up its last packet, and tells its start some time late: by
      // how much depends on the machine's load, but never can more be in it than there was time.
      assertThat(firstMs).as("beginning of the first file").isBetween(0L, 2_000L);
      assertThat(firstLasts)
          .as("length of the first file")
          .isBetween(pauseMs - 2_000.0, pauseMs + 200.0);
      assertThat(tabs.get(1).getJsonNumber("firstMs").longValue())
          .as("beginning of the second file")
          .isBetween(resumeMs - 1, resumeMs + 700);
      assertThat(Sound.of(call.file(tabs.get(1))).dominantHz()).isCloseTo(500, within(6.0));
    }
  }
}
