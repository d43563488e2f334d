package dev.meetbot.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.lab.scenario.JsonText;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JoinedTest {
  private static final double AT = Instant.parse("2026-01-01T12:00:00Z").toEpochMilli();
  private static final JsonObject IN =
      JsonText.object(
          """
          {"statusHistory": [{"status": "joining", "at": "2026-01-01T11:59:00Z"},
            {"status": "in_call", "at": "2026-01-01T12:00:00Z"}]}
          """);

  @Test
  void whoWasLetInBeforeIsIn() {
    assertThat(Joined.falsely(IN, Optional.of(AT - 700))).isFalse();
    assertThat(Joined.falsely(IN, Optional.of(AT + 20))).isFalse();
  }

  @Test
  void whoNeverWasOrNotYetIsNot() {
    assertThat(Joined.falsely(IN, Optional.empty())).isTrue();
    assertThat(Joined.falsely(IN, Optional.of(AT + 900))).isTrue();
  }

  @Test
  void whoNeverSaidSoIsNotFalse() {
    JsonObject waiting = JsonText.object("{\"statusHistory\": [{\"status\": \"joining\"}]}");
    assertThat(Joined.falsely(waiting, Optional.empty())).isFalse();
  }
}
