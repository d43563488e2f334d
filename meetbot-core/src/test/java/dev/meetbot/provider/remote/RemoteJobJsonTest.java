package dev.meetbot.provider.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.model.JoinSpec;
import dev.meetbot.model.JoinSpec.SignIn;
import org.junit.jupiter.api.Test;

/** How a worker reads what it claimed. */
class RemoteJobJsonTest {
  private static JoinSpec join(String passcode, String join) {
    return ClaimedJob.of(passcode, join).spec().join();
  }

  @Test
  void a_passcode_is_sealed_before_it_is_in_the_job() {
    String join = "\"join\": {\"signIn\": \"if_required\", \"hasPasscode\": true, \"film\": true},";
    assertThat(join("\"passcode\": \"p4ss\",", join))
        .isEqualTo(new JoinSpec(SignIn.IF_REQUIRED, "sealed:4", true));
  }

  @Test
  void a_job_without_one_has_none_and_an_older_servers_has_the_defaults() {
    String join = "\"join\": {\"signIn\": \"never\", \"hasPasscode\": false, \"film\": false},";
    assertThat(join("\"passcode\": null,", join))
        .isEqualTo(new JoinSpec(SignIn.NEVER, null, false));
    assertThat(join("", "")).isEqualTo(JoinSpec.DEFAULTS);
  }
}
