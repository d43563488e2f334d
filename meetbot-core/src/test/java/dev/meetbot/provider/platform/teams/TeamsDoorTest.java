package dev.meetbot.provider.platform.teams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.provider.token.TeamsIdentification;
import dev.meetbot.spi.meeting.Visit;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamsDoorTest {
  private static Visit visit(String url, @Nullable String passcode, @Nullable String token) {
    return new Visit(
        TeamsUrls.parse(URI.create(url)).orElseThrow(),
        "bot",
        false,
        passcode,
        token == null ? Map.of() : Map.of(TeamsIdentification.TOKEN, token, "zak", "other"));
  }

  @ParameterizedTest
  @CsvSource({
    "/meet/2345678901234?p=abc, , , /meet/2345678901234?p=abc, abc",
    "/meet/2345678901234, , , /meet/2345678901234, ''",
    "/meet/2345678901234, x&y, , /meet/2345678901234?p=x%26y, x&y",
    "/meet/2345678901234?p=abc, def, , /meet/2345678901234?p=def, def",
    "/meet/2345678901234?p=abc, ' ', e.y-J_, /meet/2345678901234?p=abc#token=e.y-J_, abc",
    "/l/meetup-join/19%3aabcdef%40thread.v2/0, , a+b,"
        + " /l/meetup-join/19%3aabcdef%40thread.v2/0#token=a%2Bb, ''",
    "/l/meetup-join/19%3aabcdef%40thread.v2/0, 1234, ,"
        + " /l/meetup-join/19%3aabcdef%40thread.v2/0, 1234",
  })
  void passcode_and_token_are_in_the_address_where_teams_takes_them(
      String path,
      @Nullable String passcode,
      @Nullable String token,
      String address,
      String typed) {
    Visit visit = visit("https://teams.microsoft.com" + path, passcode, token);
    assertThat(TeamsDoor.address(visit)).hasToString("https://teams.microsoft.com" + address);
    assertThat(TeamsDoor.passcode(visit)).isEqualTo(typed);
  }
}
