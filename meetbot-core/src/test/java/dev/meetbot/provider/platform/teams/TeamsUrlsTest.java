package dev.meetbot.provider.platform.teams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.spi.meeting.MeetingUrl;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class TeamsUrlsTest {
  @ParameterizedTest
  @CsvFileSource(
      resources = "urls.csv",
      delimiter = '|',
      quoteCharacter = '`',
      maxCharsPerColumn = 8192)
  void an_address_names_a_meeting_or_none(String url, String id, String address) {
    Optional<MeetingUrl> expected =
        id.equals("-")
            ? Optional.empty()
            : Optional.of(new MeetingUrl("microsoft-teams", URI.create(address), id));
    assertThat(TeamsUrls.parse(URI.create(url))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "urls.csv",
      delimiter = '|',
      quoteCharacter = '`',
      maxCharsPerColumn = 8192)
  void what_is_understood_is_understood_again(String url, String id, String address) {
    Optional<MeetingUrl> first = TeamsUrls.parse(URI.create(url));
    assertThat(first.flatMap(meeting -> TeamsUrls.parse(meeting.url()))).isEqualTo(first);
  }

  @Test
  void the_passcode_is_in_no_id_and_in_no_text() {
    URI url = URI.create("https://teams.microsoft.com/meet/2345678901234?p=s3cret");
    assertThat(TeamsUrls.parse(url).orElseThrow().meetingId()).doesNotContain("s3cret");
    assertThat(Address.of(url).orElseThrow().toString()).doesNotContain("s3cret");
    assertThat(TeamsUrls.passcode(url)).contains("s3cret");
    assertThat(TeamsUrls.passcode(URI.create("https://teams.live.com/meet/9312345678901")))
        .isEmpty();
  }
}
