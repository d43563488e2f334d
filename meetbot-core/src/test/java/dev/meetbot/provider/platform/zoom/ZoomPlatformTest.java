package dev.meetbot.provider.platform.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.spi.meeting.MeetingUrl;
import dev.meetbot.spi.meeting.Visit;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoomPlatformTest {
  @ParameterizedTest
  @CsvSource({
    "https://zoom.us/j/1234567890, app.zoom.us/wc/1234567890/join, 1234567890",
    "https://ZOOM.us/j/1234567890/, app.zoom.us/wc/1234567890/join, 1234567890",
    "http://www.zoom.us/j/123456789, app.zoom.us/wc/123456789/join, 123456789",
    "https://us02web.zoom.us/j/85212345678?pwd=a1B2.1, app.zoom.us/wc/85212345678/join?pwd=a1B2.1, 85212345678",
    "https://us05web.zoom.us/s/85212345678?pwd=x#success, app.zoom.us/wc/85212345678/join?pwd=x, 85212345678",
    "https://us06web.zoom.us/w/85212345678?tk=t1&pwd=p1&uuid=W, app.zoom.us/wc/85212345678/join?tk=t1&pwd=p1, 85212345678",
    "https://app.zoom.us/wc/85212345678/join?pwd=p&fromPWA=1, app.zoom.us/wc/85212345678/join?pwd=p, 85212345678",
    "https://app.zoom.us/wc/85212345678/start, app.zoom.us/wc/85212345678/join, 85212345678",
    "https://zoom.us/wc/join/85212345678, app.zoom.us/wc/85212345678/join, 85212345678",
    "https://zoom.us/wc/85212345678, app.zoom.us/wc/85212345678/join, 85212345678",
    "https://zoom.us/j/852%201234%205678, app.zoom.us/wc/85212345678/join, 85212345678",
    "https://zoom.us/j/852-1234-5678, app.zoom.us/wc/85212345678/join, 85212345678",
    "https://zoom.us/launch/jc/85212345678, app.zoom.us/wc/85212345678/join, 85212345678",
    "https://acme.zoom.us/j/85212345678?pwd=p, acme.zoom.us/wc/85212345678/join?pwd=p, 85212345678",
    "https://acme-corp.zoom.com/j/85212345678, acme-corp.zoom.com/wc/85212345678/join, 85212345678",
    "https://zoom.com/j/85212345678, app.zoom.us/wc/85212345678/join, 85212345678",
    "https://www.zoomgov.com/j/1601234567?pwd=g, www.zoomgov.com/wc/1601234567/join?pwd=g, 1601234567",
    "https://agency.zoomgov.com/j/1601234567, agency.zoomgov.com/wc/1601234567/join, 1601234567",
    "https://zoom.com.cn/j/85212345678, zoom.com.cn/wc/85212345678/join, 85212345678",
    "https://zoom.us/my/ada.lovelace?pwd=p, zoom.us/my/ada.lovelace?pwd=p, my/ada.lovelace",
    "https://acme.zoom.us/wc/my/ada, acme.zoom.us/my/ada, my/ada",
    "https://zoom.us:443/j/1234567890?pwd=, app.zoom.us/wc/1234567890/join, 1234567890"
  })
  void meetings(URI url, String client, String id) {
    assertThat(ZoomUrls.parse(url))
        .contains(new MeetingUrl("zoom-web", URI.create("https://" + client), id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://zoom.us/",
        "https://zoom.us/j/",
        "https://zoom.us/j/12345678",
        "https://zoom.us/j/1234567890123",
        "https://zoom.us/j/12345abc90",
        "https://zoom.us/j/1234567890/extra",
        "https://zoom.us/pricing",
        "https://zoom.us/signin",
        "https://zoom.us.evil.example/j/1234567890",
        "https://notzoom.us/j/1234567890",
        "https://evil.example/zoom.us/j/1234567890",
        "https://ada@zoom.us/j/1234567890",
        "https://zoom.us:8443/j/1234567890",
        "ftp://zoom.us/j/1234567890",
        "zoommtg://zoom.us/join?confno=1234567890",
        "mailto:ada@zoom.us"
      })
  void others(URI url) {
    assertThat(ZoomUrls.parse(url)).isEmpty();
  }

  @Test
  void tokens_go_where_the_client_takes_them_and_nowhere_else() {
    MeetingUrl url = ZoomUrls.parse(URI.create("https://zoom.us/j/1234567890?pwd=p")).orElseThrow();
    Visit visit =
        new Visit(url, "bot", false, null, Map.of("zak", "z+1", "obfToken", "o", "other", "x"));
    assertThat(ZoomPlatform.address(visit).toString())
        .isEqualTo("https://app.zoom.us/wc/1234567890/join?pwd=p&zak=z%2B1&obfToken=o");
    assertThat(ZoomPlatform.address(Visit.of(url, "bot", false))).isEqualTo(url.url());
  }
}
