package dev.meetbot.engine.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.internal.lifecycle.JobFacts.NamedEvent;
import dev.meetbot.spi.meeting.MeetingSnapshot;
import dev.meetbot.spi.meeting.MeetingSnapshot.Participant;
import dev.meetbot.spi.meeting.MeetingState;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BotSpotterTest {
  private static final Participant SELF = new Participant("1", "meetbot", true, false, true, false);
  private static final Participant ADA = person("2", "Ada");
  private static final Participant OTTER = person("3", "Otter.ai");

  private final BotNames names = new BotNames(BotVendors.builtIn(), Set.of("Acme Scribe"));
  private final BotSpotter spotter = new BotSpotter(names, true);

  @Test
  void each_name_is_told_of_once_however_often_it_comes() {
    assertThat(news(SELF, ADA)).isEmpty();
    assertThat(news(SELF, ADA, OTTER))
        .containsExactly("{\"botName\":\"Otter.ai\",\"vendor\":\"Otter\",\"leftMeeting\":true}");
    assertThat(news(SELF, ADA, OTTER)).isEmpty();
    assertThat(news(SELF, ADA)).isEmpty();
    assertThat(news(SELF, person("4", "Otter.ai"), person("5", "acme scribe")))
        .containsExactly(
            "{\"botName\":\"acme scribe\",\"vendor\":\"custom\",\"leftMeeting\":true}");
  }

  @Test
  void a_bot_that_nobody_knows_has_no_vendor() {
    assertThat(news(new Participant("6", "Ada's helper", false, false, true, false)))
        .containsExactly("{\"botName\":\"Ada's helper\",\"vendor\":null,\"leftMeeting\":true}");
  }

  private List<String> news(Participant... people) {
    MeetingSnapshot snapshot =
        new MeetingSnapshot(
            MeetingState.IN_CALL,
            null,
            null,
            Arrays.asList(people),
            List.of(),
            List.of(),
            List.of());
    List<NamedEvent> events = spotter.news(snapshot);
    assertThat(events).allMatch(e -> e.name().equals(BotSpotter.EVENT));
    return events.stream().map(e -> e.data().toString()).toList();
  }

  private static Participant person(String id, String name) {
    return new Participant(id, name, false, false, false, false);
  }
}
