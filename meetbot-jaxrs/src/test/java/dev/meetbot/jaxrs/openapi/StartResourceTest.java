package dev.meetbot.jaxrs.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StartResourceTest {
  @Test
  void every_link_is_relative_and_nothing_else_is_loaded() {
    assertThat(StartResource.html())
        .contains("href=\"room\"", "href=\"reference\"", "href=\"cli-auth\"")
        .contains("href=\"openapi.yaml\"")
        .doesNotContain("href=\"/", "http:", "https:", "<script", "src=", "{{");
  }
}
