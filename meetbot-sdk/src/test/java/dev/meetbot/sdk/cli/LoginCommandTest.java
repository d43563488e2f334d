package dev.meetbot.sdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LoginCommandTest {
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

  private static final String BEGUN =
      "{\"nonce\":\"n0nce\",\"userCode\":\"BCDF-GHJK\",\"verificationUri\":\"https://a/cli-auth\","
          + "\"verificationUriComplete\":\"https://a/cli-auth?user_code=BCDF-GHJK\","
          + "\"expiresIn\":600,\"interval\":2}";
  private static final String COMPLETE = "{\"status\":\"complete\",\"apiKey\":\"mb_live_new\"}";

  private Desk.Result login(String... more) {
    String[] args = new String[more.length + 3];
    System.arraycopy(new String[] {"login", "--url", desk.api.url()}, 0, args, 0, 3);
    System.arraycopy(more, 0, args, 3, more.length);
    return desk.run(args);
  }

  @Test
  void login_shows_the_code_opens_the_page_and_keeps_the_key() throws Exception {
    desk.bare().api.then(200, BEGUN).then(202, "{\"status\":\"pending\"}").then(200, COMPLETE);
    Desk.Result result = login();
    assertThat(result.code()).isZero();
    assertThat(result.err())
        .contains("https://a/cli-auth?user_code=BCDF-GHJK", "BCDF-GHJK", "10m 00s");
    assertThat(desk.opened).containsExactly(URI.create("https://a/cli-auth?user_code=BCDF-GHJK"));
    assertThat(result.out()).contains("signed in to " + desk.api.url());
    assertThat(result.out() + result.err()).doesNotContain("mb_live_new", "n0nce");
    assertThat(desk.api.seen().get(0).body()).isEqualTo("{\"clientName\":\"meetbot on desk\"}");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(desk.config())))
        .isEqualTo("rw-------");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(desk.config().getParent())))
        .isEqualTo("rwx------");
    desk.api.then(200, Answers.job("1", "queued"));
    assertThat(desk.run("get", "1").code()).isZero();
    assertThat(desk.api.seen().get(3).header("Authorization")).isEqualTo("Bearer mb_live_new");
  }

  @Test
  void the_page_stays_closed_when_asked_and_the_key_has_the_given_label() {
    desk.bare().api.then(200, BEGUN).then(200, COMPLETE);
    assertThat(login("--no-browser", "--label", "build server").code()).isZero();
    assertThat(desk.opened).isEmpty();
    assertThat(desk.api.seen().get(0).body()).contains("build server");
  }

  @Test
  void machines_get_two_lines_of_json() {
    desk.bare().api.then(200, BEGUN).then(200, COMPLETE);
    Desk.Result result = login("--json");
    assertThat(result.err()).isEmpty();
    assertThat(result.lines().get(0))
        .startsWith("{\"server\":")
        .contains("\"userCode\":\"BCDF-GHJK\"");
    assertThat(result.lines()).hasSize(2);
    assertThat(result.lines().get(1)).contains("\"signedIn\":true").doesNotContain("mb_live_new");
  }

  @Test
  void a_no_and_an_expired_code_leave_nothing_behind() {
    desk.bare().api.then(200, BEGUN).then(403, Answers.error("denied", "no"));
    Desk.Result denied = login();
    assertThat(denied.code()).isEqualTo(3);
    assertThat(denied.err()).endsWith("meetbot: the person who was asked said no\n");
    desk.api.then(200, BEGUN).then(410, Answers.error("expired", "late"));
    Desk.Result expired = login();
    assertThat(expired.code()).isEqualTo(3);
    assertThat(expired.err()).contains("the code has expired; meetbot login begins anew");
    assertThat(desk.config()).doesNotExist();
  }

  @Test
  void without_a_server_nobody_is_asked() {
    desk.bare().environment.put("MEETBOT_API_KEY", "mb_test_1");
    for (String command : List.of("login", "logout", "list", "whoami")) {
      Desk.Result result = desk.run(command);
      assertThat(result.code()).isEqualTo(2);
      assertThat(result.err()).startsWith("meetbot: no server: give --url http://…");
    }
  }

  @Test
  void a_key_in_the_environment_is_warned_of() {
    desk.api.then(200, BEGUN).then(200, COMPLETE);
    assertThat(login().err()).contains("MEETBOT_API_KEY is set");
  }

  @Test
  void keys_belong_to_their_servers() throws Exception {
    desk.bare().api.then(200, BEGUN).then(200, COMPLETE);
    login();
    Desk.Result other = desk.run("get", "1", "--url", "https://other.example");
    assertThat(other.code()).isEqualTo(3);
    assertThat(other.err()).contains("not signed in to https://other.example");
    desk.environment.put("MEETBOT_API_BASE_URL", "https://third.example");
    assertThat(desk.run("get", "1").code()).isEqualTo(3);
    assertThat(desk.api.seen()).hasSize(2);
  }

  @Test
  void logout_removes_the_key() {
    desk.bare().api.then(200, BEGUN).then(200, COMPLETE);
    login();
    assertThat(desk.run("logout").out()).contains("signed out of " + desk.api.url());
    assertThat(desk.config()).content().doesNotContain("mb_live_new");
    assertThat(desk.run("logout", "--json", "--url", desk.api.url()).out())
        .contains("\"removed\": false");
    assertThat(desk.run("list", "--url", desk.api.url()).code()).isEqualTo(3);
  }

  @Test
  void a_file_that_others_may_read_is_refused_before_anybody_is_asked() throws Exception {
    desk.bare().api.then(200, BEGUN).then(200, COMPLETE);
    login();
    Files.setPosixFilePermissions(desk.config(), PosixFilePermissions.fromString("rw-r-----"));
    for (String command : List.of("login", "list", "logout")) {
      Desk.Result result = desk.run(command);
      assertThat(result.code()).isEqualTo(7);
      assertThat(result.err()).contains("chmod 600 " + desk.config());
    }
    assertThat(desk.api.seen()).hasSize(2);
  }
}
