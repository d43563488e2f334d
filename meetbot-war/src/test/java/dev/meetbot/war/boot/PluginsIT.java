package dev.meetbot.war.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meetbot.spi.meeting.MeetingPlatform;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsIT {
  private static final String SOURCE =
      """
      import dev.meetbot.spi.browser.BrowserSession;
      import dev.meetbot.spi.meeting.*;
      import java.net.URI;
      import java.util.Optional;

      public class Somewhere implements MeetingPlatform {
        public String id() { return "somewhere"; }
        public Optional<MeetingUrl> parse(URI url) { return Optional.empty(); }
        public MeetingPage open(BrowserSession session, Visit visit) { return null; }
      }
      """;

  @TempDir Path dir;

  @Test
  void the_jars_of_the_directory_bring_platforms() throws Exception {
    jar("Somewhere");
    try (Plugins plugins = Plugins.in(dir, getClass().getClassLoader())) {
      assertThat(plugins.all(MeetingPlatform.class))
          .extracting(MeetingPlatform::id)
          .containsExactly("somewhere");
    }
  }

  @Test
  void one_that_is_promised_and_not_there_is_an_error_with_the_jars() throws Exception {
    jar("Nowhere");
    try (Plugins plugins = Plugins.in(dir, getClass().getClassLoader())) {
      assertThatThrownBy(() -> plugins.all(MeetingPlatform.class))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("MeetingPlatform")
          .hasMessageContaining("Somewhere.jar")
          .hasStackTraceContaining("Nowhere");
    }
  }

  @Test
  void without_a_directory_there_is_nothing_and_a_missing_one_is_an_error() throws Exception {
    try (Plugins plugins = Plugins.in(null, getClass().getClassLoader())) {
      assertThat(plugins.all(MeetingPlatform.class)).isEmpty();
    }
    assertThatThrownBy(() -> Plugins.in(dir.resolve("missing"), getClass().getClassLoader()))
        .isInstanceOf(NoSuchFileException.class);
  }

  private void jar(String promised) throws IOException {
    PluginJar.write(dir, "Somewhere", SOURCE, MeetingPlatform.class, promised);
  }
}
