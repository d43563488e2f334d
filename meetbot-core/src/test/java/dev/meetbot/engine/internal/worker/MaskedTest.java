package dev.meetbot.engine.internal.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.spi.meeting.MeetingUrl;
import dev.meetbot.spi.meeting.Visit;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MaskedTest {
  private static final MeetingUrl URL =
      new MeetingUrl("zoom-web", URI.create("https://zoom.us/j/1"), "1");
  private final Masked masked =
      Masked.of(new Visit(URL, "bot", false, "a b=c", Map.of("zak", "tok.en/1==", "x", "ab")));

  @Test
  void secrets_go_in_every_form_that_urls_and_mails_have() {
    assertThat(masked.in("?pwd=a+b%3Dc&pwd=a%20b%3Dc&zak=tok.en%2F1%3D%3D#tok.en/1=3D=3D a b=c"))
        .isEqualTo("?pwd=***&pwd=***&zak=***#*** ***");
  }

  @Test
  void an_archive_is_searched_over_its_line_ends() {
    byte[] mail = "<a href=3D\"?zak=3Dtok.e=\r\nn%2F1%3D%3D\">".getBytes(StandardCharsets.UTF_8);
    assertThat(new String(masked.inArchive(mail), StandardCharsets.UTF_8))
        .isEqualTo("<a href=3D\"?zak=3D***\">");
  }

  @Test
  void what_is_too_short_or_not_there_changes_nothing() {
    assertThat(masked.in("ab")).isEqualTo("ab");
    byte[] mail = "x=\r\ny".getBytes(StandardCharsets.UTF_8);
    assertThat(Masked.of(null).inArchive(mail)).isSameAs(mail);
  }
}
