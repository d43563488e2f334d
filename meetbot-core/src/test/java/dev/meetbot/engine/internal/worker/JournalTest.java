package dev.meetbot.engine.internal.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.spi.meeting.MeetingSnapshot;
import dev.meetbot.spi.meeting.MeetingState;
import dev.meetbot.tck.ManualClock;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalTest {
  private final ManualClock clock = new ManualClock(java.time.Instant.EPOCH);
  private final Journal journal = new Journal(clock);

  @Test
  void it_tells_what_came_when_and_each_state_of_the_page_once() {
    clock.elapse(Duration.ofMillis(800));
    journal.reached("browser");
    clock.elapse(Duration.ofMillis(200));
    journal.saw(MeetingSnapshot.of(MeetingState.WAITING_ROOM));
    journal.saw(MeetingSnapshot.of(MeetingState.WAITING_ROOM));
    clock.elapse(Duration.ofSeconds(4));
    journal.saw(
        new MeetingSnapshot(
            MeetingState.DENIED,
            "Nobody wants you",
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of()));
    List<JsonObject> lines = journal.toJson().build().getValuesAs(JsonObject.class);
    assertThat(lines)
        .extracting(l -> l.getInt("afterMs") + " " + l.getString("what"))
        .containsExactly("800 browser", "1000 page_waiting_room", "5000 page_denied");
    assertThat(lines.get(2).getString("words")).isEqualTo("Nobody wants you");
  }

  @Test
  void a_page_that_goes_to_and_fro_does_not_fill_the_memory() {
    for (int i = 0; i < 500; i++) {
      journal.saw(
          MeetingSnapshot.of(i % 2 == 0 ? MeetingState.IN_CALL : MeetingState.WAITING_ROOM));
    }
    assertThat(journal.toJson().build()).hasSize(200);
  }
}
