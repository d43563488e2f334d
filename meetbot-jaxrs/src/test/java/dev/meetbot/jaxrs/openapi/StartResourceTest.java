package dev.meetbot.jaxrs.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.jaxrs.MeetbotResources;
import jakarta.ws.rs.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StartResourceTest {
  @Path("room")
  private static final class ARoom {}

  @Test
  void every_link_is_relative_and_nothing_else_is_loaded() {
    assertThat(StartResource.html(true))
        .contains("href=\"room\"", "href=\"reference\"", "href=\"cli-auth\"")
        .contains("href=\"openapi.yaml\"")
        .doesNotContain("href=\"/", "http:", "https:", "<script", "src=", "{{");
  }

  @Test
  void a_host_without_the_room_has_no_link_to_it() {
    assertThat(StartResource.hasRoom(MeetbotResources.classes())).isFalse();
    assertThat(StartResource.hasRoom(Set.of(ARoom.class, String.class))).isTrue();
    assertThat(StartResource.html(false)).doesNotContain("href=\"room\"", "{{");
  }
}
