package dev.meetbot.provider.platform.teams;

import dev.meetbot.provider.platform.PageStage;
import dev.meetbot.provider.platform.web.PlatformFiles;
import dev.meetbot.spi.meeting.MeetingState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What Teams's pages say, in the words of its pages, one browser for all of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TeamsStatesIT {
  private final PageStage stage =
      new PageStage(TeamsStatesIT.class, new TeamsPlatform(PlatformFiles.bundled()));

  @BeforeAll
  void launch() {
    stage.launch();
  }

  @AfterAll
  void close() {
    stage.end();
    stage.close();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "states.csv", delimiter = '|', quoteCharacter = '`')
  void what_the_page_says_is_what_happened(String from, String html, MeetingState wanted) {
    stage.reaches(from, html, wanted);
  }
}
