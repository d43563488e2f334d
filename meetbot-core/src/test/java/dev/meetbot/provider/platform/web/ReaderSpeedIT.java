package dev.meetbot.provider.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.provider.platform.jitsi.JitsiPlatform;
import dev.meetbot.provider.platform.zoom.ZoomPlatform;
import dev.meetbot.provider.playwright.PlaywrightDriver;
import dev.meetbot.provider.playwright.PlaywrightSettings;
import dev.meetbot.spi.browser.BrowserOptions;
import dev.meetbot.spi.browser.BrowserSession;
import dev.meetbot.tck.PageServer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reading costs the page: its thread also decodes the meeting. */
class ReaderSpeedIT {
  private static final Logger LOG = System.getLogger(ReaderSpeedIT.class.getName());
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String PAGE =
      """
      <!doctype html><meta charset="utf-8"><body><script>
      for (let i = 0; i < 500; i++) {
        const row = document.body.appendChild(document.createElement('div'));
        row.className = 'row r' + i;
        for (let j = 0; j < 3; j++) {
          const cell = row.appendChild(document.createElement('div'));
          const button = cell.appendChild(document.createElement(j ? 'span' : 'button'));
          button.textContent = 'Some words ' + i + ' and ' + j;
          button.setAttribute('aria-label', 'Label ' + i);
          cell.appendChild(document.createElement('i'));
        }
      }
      const people = document.body.appendChild(document.createElement('ul'));
      for (let i = 0; i < 20; i++) {
        const person = people.appendChild(document.createElement('li'));
        person.className = 'participants-li';
        const tile = person.appendChild(document.createElement('span'));
        tile.id = 'participant_' + i;
        const name = tile.appendChild(document.createElement('b'));
        name.className = 'displayname participants-item__display-name';
        name.textContent = 'Person ' + i;
      }
      const leave = document.body.appendChild(document.createElement('button'));
      leave.setAttribute('aria-label', 'Leave the meeting');
      const end = document.body.appendChild(document.createElement('button'));
      end.setAttribute('aria-label', 'Leave');
      </script>
      """;

  /** The lower quartile of 40 readings, each after the page has changed. */
  private static final String MEASURE =
      """
      async () => {
        const wanted = {asked: true, been: ['IN_CALL'], phase: 'call', settle: false};
        const took = [];
        let seen;
        for (let i = 0; i < 40; i++) {
          document.body.firstElementChild.textContent = 'changed ' + i;
          const began = performance.now();
          seen = await window.reader.read(wanted);
          took.push(performance.now() - began);
          await new Promise(done => setTimeout(done, 20));
        }
        took.sort((a, b) => a - b);
        return {state: seen.state, people: seen.participants.length,
            micros: Math.round(took[10] * 1000), elements: document.querySelectorAll('*').length};
      }
      """;

  @ParameterizedTest
  @ValueSource(classes = {JitsiPlatform.class, ZoomPlatform.class})
  void a_reading_of_five_thousand_elements_takes_less_than_20_ms(Class<?> platform) {
    PlatformData data = PlatformData.of(WebResource.json(platform, "platform.json"));
    try (PlaywrightDriver driver = new PlaywrightDriver(PlaywrightSettings.find());
        PageServer server = new PageServer(PAGE);
        BrowserSession session = driver.launch(BrowserOptions.DEFAULTS)) {
      session.addInitScript(ReaderScript.of("reader", data, false, ""));
      session.page().open(server.url(), LONG);
      LooseJson found = LooseJson.parse(session.page().evaluate(MEASURE, "null", LONG));
      LOG.log(Level.INFO, "{0}: {1}", data, found.object());
      assertThat(found.text("state")).isEqualTo("IN_CALL");
      assertThat(found.number("people")).isEqualTo(20);
      assertThat(found.number("elements")).isGreaterThan(5000);
      assertThat(found.number("micros")).isLessThan(20_000);
    }
  }
}
