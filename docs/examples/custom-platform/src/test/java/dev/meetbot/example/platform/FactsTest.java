package dev.meetbot.example.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.meeting.MeetingSnapshot;
import dev.meetbot.spi.meeting.MeetingState;
import org.junit.jupiter.api.Test;

class FactsTest {
  @Test
  void people_and_their_streams_are_read() {
    MeetingSnapshot seen =
        Facts.read(
            """
            {"state": "IN_CALL", "admittedAt": 1700000000000, "chat": [],
             "people": [{"id": "7", "name": "Ada", "self": false, "streams": ["a", "b"]},
                        {"id": "8", "name": "bot", "self": true, "streams": []}]}
            """);
    assertThat(seen.state()).isEqualTo(MeetingState.IN_CALL);
    assertThat(seen.participants()).extracting(p -> p.name() + p.self()).contains("bottrue");
    assertThat(seen.sources())
        .extracting(s -> s.streamId() + s.participantId())
        .containsExactly("a7", "b7");
  }

  @Test
  void anything_else_is_an_error_of_the_page() {
    for (String json : new String[] {"null", "{}", "{\"state\": \"NAP\", \"people\": []}"}) {
      assertThatThrownBy(() -> Facts.read(json)).isInstanceOf(BrowserException.class);
    }
  }
}
