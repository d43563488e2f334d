package dev.meetbot.provider.platform.googlemeet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.spi.meeting.MeetingUrl;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class GoogleMeetUrlsTest {
  @ParameterizedTest
  @CsvFileSource(resources = "urls.csv", delimiter = '|')
  void an_address_names_a_meeting_or_none(String url, String id) {
    Optional<MeetingUrl> expected =
        id.equals("-")
            ? Optional.empty()
            : Optional.of(
                new MeetingUrl("google-meet", URI.create("https://meet.google.com/" + id), id));
    assertThat(GoogleMeetUrls.parse(URI.create(url))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "urls.csv", delimiter = '|')
  void what_is_understood_is_understood_again(String url, String id) {
    Optional<MeetingUrl> first = GoogleMeetUrls.parse(URI.create(url));
    assertThat(first.flatMap(meeting -> GoogleMeetUrls.parse(meeting.url()))).isEqualTo(first);
  }
}
