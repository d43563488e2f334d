package dev.meetbot.example.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HeaderNamesTest {
  @Test
  void dashesBecomeUnderscores() {
    assertThat(HeaderNames.toProperty("webhook-id")).isEqualTo("webhook_id");
    assertThat(HeaderNames.toProperty("X-Meetbot-Signature")).isEqualTo("X_Meetbot_Signature");
  }

  @Test
  void theNameOfTheAddressIsNobodyElses() {
    assertThat(HeaderNames.toProperty("$url")).isEqualTo("$0024url").isNotEqualTo(JmsTransport.URL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type",
        "a_b",
        "a-b",
        "2fast",
        "-x",
        "JMSPriority",
        "AJMS",
        "$",
        "$0041",
        "x!#%&'*+.^`|~"
      })
  void everyHeaderComesBackFromANameThatIsLegal(String header) {
    String property = HeaderNames.toProperty(header);
    assertThat(property).matches("[\\p{javaJavaIdentifierStart}][\\p{javaJavaIdentifierPart}]*");
    assertThat(property).doesNotStartWith("JMS");
    assertThat(HeaderNames.toHeader(property)).isEqualTo(header);
  }
}
