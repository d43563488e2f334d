package dev.meetbot.jaxrs.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DispositionTest {
  @Test
  void plainNamesStayAsTheyAre() {
    assertThat(Disposition.inline("audio.p-1.webm"))
        .isEqualTo("inline; filename=\"audio.p-1.webm\"; filename*=UTF-8''audio.p-1.webm");
  }

  @Test
  void otherLettersAreEncodedAndNeverBreakTheHeader() {
    assertThat(Disposition.inline("Zoë \"x\"\r\n*.webm"))
        .isEqualTo(
            "inline; filename=\"Zo___x____.webm\";"
                + " filename*=UTF-8''Zo%C3%AB%20%22x%22%0D%0A%2A.webm");
  }
}
