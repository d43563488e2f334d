package dev.meetbot.sdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class CliTest {
  @TempDir Path home;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(home);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void nothing_to_do_is_a_wrong_usage_that_lists_the_commands() {
    Desk.Result result = desk.run();
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("dispatch", "watch", "artifacts", "doctor");
  }

  @Test
  void help_goes_to_the_output_in_each_way_to_ask_for_it() {
    assertThat(desk.run("--help").out()).contains("Exit codes").doesNotContain("\u001b");
    assertThat(desk.run("help").code()).isZero();
    assertThat(desk.run("help", "webhooks", "listen").out()).contains("--secret-file");
    assertThat(desk.run("dispatch", "-h").out()).contains("--external-id", "--passcode-file");
    assertThat(desk.run("help", "nonsense").code()).isEqualTo(2);
  }

  @Test
  void the_version_is_told() {
    assertThat(desk.run("--version").out()).startsWith("meetbot ");
  }

  @Test
  void a_wrong_usage_is_one_line_that_says_where_to_look() {
    Desk.Result unknown = desk.run("lst");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err())
        .isEqualTo("meetbot: there is no 'lst' here; did you mean list? (see meetbot --help)\n");
    Desk.Result missing = desk.run("get");
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err().lines()).hasSize(1);
    assertThat(missing.err()).startsWith("meetbot: ").contains("ID", "meetbot get --help");
    assertThat(desk.run("watch", "1", "--timeout", "soon").err())
        .contains("--timeout", "'soon' is no duration");
    assertThat(desk.run("dispatch", "u", "--metadata", "red").err())
        .startsWith("meetbot: Value for option '--metadata'");
    assertThat(desk.api.seen()).isEmpty();
  }

  @Test
  void options_of_every_command_may_stand_before_or_behind_it() {
    desk.environment.remove("MEETBOT_API_BASE_URL");
    desk.api.then(200, Answers.job("1", "queued")).then(200, Answers.job("1", "queued"));
    String before = desk.run("--url", desk.api.url(), "--json", "get", "1").out();
    assertThat(desk.run("get", "1", "--json", "--url", desk.api.url() + "/").out())
        .isEqualTo(before)
        .startsWith("{");
  }

  @Test
  void errors_are_red_where_somebody_sees_colours_and_never_otherwise() {
    desk.api.then(404, "").then(404, "");
    assertThat(desk.run("get", "1").err()).isEqualTo("meetbot: there is no job 1\n");
    desk.terminal(80).colour = true;
    assertThat(desk.run("get", "1").err()).startsWith("\u001b[31mmeetbot: ");
  }

  @Test
  void what_a_server_says_cannot_command_the_terminal() {
    desk.api.then(409, Answers.error("invalid_state", "no\\u001b[2Jway\\nmeetbot: fine"));
    assertThat(desk.run("pause", "1").err().lines()).hasSize(1);
    assertThat(desk.run("pause", "1").err()).doesNotContain("\u001b");
  }

  @Test
  void the_key_is_in_no_output() {
    desk.environment.put("MEETBOT_API_KEY", "mb_live_s3cret");
    desk.api.then(401, Answers.error("unauthorized", "no")).then(200, Answers.job("1", "queued"));
    assertThat(desk.run("get", "1").toString() + desk.run("get", "1", "--json"))
        .doesNotContain("mb_live_s3cret");
  }
}
