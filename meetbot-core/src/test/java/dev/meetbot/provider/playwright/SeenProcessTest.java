package dev.meetbot.provider.playwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeenProcessTest {
  private static final String SWITCH = "--meetbot-session=7";
  private static final SeenProcess NODE = new SeenProcess(2, 1, List.of("node", "cli.js"));
  private static final SeenProcess BROWSER =
      new SeenProcess(5, 2, List.of("/usr/lib/chromium/chromium", SWITCH));
  private static final SeenProcess RENDERER =
      new SeenProcess(9, 5, List.of("/usr/lib/chromium/chromium", "--type=renderer", SWITCH));

  @Test
  void is_the_one_with_the_switch_that_is_no_helper_of_the_browser() {
    assertThat(SeenProcess.root(List.of(NODE, RENDERER, BROWSER), SWITCH)).contains(BROWSER);
  }

  @Test
  void a_start_script_that_stays_around_is_not_taken() {
    SeenProcess script = new SeenProcess(4, 2, List.of("/bin/sh", "/usr/bin/chromium", SWITCH));
    SeenProcess browser = new SeenProcess(5, 4, BROWSER.arguments());
    assertThat(SeenProcess.root(List.of(script, browser), SWITCH)).contains(browser);
  }

  @Test
  void a_child_that_the_browser_has_only_just_forked_is_not_taken() {
    SeenProcess fork = new SeenProcess(8, 5, BROWSER.arguments());
    assertThat(SeenProcess.root(List.of(fork, BROWSER), SWITCH)).contains(BROWSER);
    assertThat(SeenProcess.root(List.of(BROWSER, fork), SWITCH)).contains(BROWSER);
  }

  @Test
  void another_sessions_browser_is_not_taken() {
    assertThat(SeenProcess.root(List.of(BROWSER), "--meetbot-session=8")).isEmpty();
  }
}
