package dev.meetbot.jaxrs.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.DeviceLogin;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoginPageTest {
  private static final String NOBODY = "No device waits under this code. It may have expired.";

  private static final Optional<DeviceLogin.Waiting> WAITING =
      Optional.of(new DeviceLogin.Waiting("BCDF-GHJK", "<b>cli</b>", Instant.EPOCH));

  @Test
  void a_code_under_which_nobody_waits_is_told_at_once() {
    assertThat(LoginPage.form("BCDF-GHJK", Optional.empty(), "csrf", null)).contains(NOBODY);
    assertThat(LoginPage.form("BCDF-GHJK", WAITING, "csrf", null)).doesNotContain(NOBODY);
    assertThat(LoginPage.form("", Optional.empty(), "csrf", null)).doesNotContain(NOBODY);
  }

  @Test
  void another_problem_is_told_alone() {
    assertThat(LoginPage.form("BCDF-GHJK", Optional.empty(), "csrf", "Wrong <key>."))
        .contains("Wrong &lt;key&gt;.")
        .doesNotContain(NOBODY);
  }

  @Test
  void who_did_not_start_it_learns_what_to_do() {
    assertThat(LoginPage.form("BCDF-GHJK", WAITING, "csrf", null))
        .contains("You did not start this? Close the page; the code ends by itself.")
        .contains("&lt;b&gt;cli&lt;/b&gt;");
  }
}
