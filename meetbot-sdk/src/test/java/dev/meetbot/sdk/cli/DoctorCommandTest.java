package dev.meetbot.sdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.sdk.FakeApi;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DoctorCommandTest {
  @TempDir Path home;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(home);
    programs();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private void programs() {
    desk.programs.putAll(
        Map.of(
            "chromium", "Chromium 156.0",
            "ffmpeg", "ffmpeg version 5.1 Copyright (c) others",
            "ffprobe", "ffprobe version 5.1",
            "node", "v20.1.0"));
  }

  private FakeApi server() {
    // the loopback server says what time it really is
    desk.now = Instant.now();
    return desk.api
        .then(200, "{\"status\":\"ok\"}")
        .then(200, "{\"status\":\"ready\",\"database\":\"ok\",\"browser\":\"ok\"}")
        .then(200, "{\"id\":\"tnt_1\",\"name\":\"Acme\"}");
  }

  @Test
  void when_all_is_well_each_line_says_so() {
    server();
    Desk.Result result = desk.run("doctor", "--data", home.toString());
    assertThat(result.code()).isZero();
    assertThat(result.lines()).hasSize(9);
    assertThat(result.out())
        .contains(
            "ok    network   " + desk.api.url(),
            "ok    server    ready for bots",
            "ok    key       good, of Acme, from MEETBOT_API_KEY",
            "ok    browser   Chromium 156.0 (chromium)",
            "ok    ffmpeg    ffmpeg version 5.1\n",
            "ok    node      Node.js v20.1.0");
  }

  @Test
  void machines_get_one_document() {
    server();
    assertThat(desk.run("doctor", "--json").out())
        .startsWith("{\n  \"ok\": true,\n  \"checks\": [\n    {\n      \"name\": \"network\",");
  }

  @Test
  void a_server_that_is_not_there_fails() {
    desk.close();
    Desk.Result result = desk.run("doctor");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("fail  network", "nobody listens there", "warn  key");
  }

  @Test
  void what_runs_no_bots_needs_no_browser_and_what_does_needs_all() {
    desk.programs.clear();
    server();
    Desk.Result client = desk.run("doctor");
    assertThat(client.code()).isZero();
    assertThat(client.out()).contains("warn  browser", "warn  ffmpeg", "warn  node");
    server();
    Desk.Result host = desk.run("doctor", "--bots");
    assertThat(host.code()).isEqualTo(1);
    assertThat(host.out()).contains("fail  browser   Chromium is not there: install chromium");
  }

  @Test
  void a_server_that_is_not_ready_and_a_bad_key_fail() {
    desk.api
        .then(200, "{}")
        .then(503, "{\"status\":\"unready\",\"database\":\"ok\",\"browser\":\"unavailable\"}")
        .then(401, Answers.error("unauthorized", "no such key"));
    Desk.Result result = desk.run("doctor");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out())
        .contains("fail  server    not ready: browser unavailable", "fail  key       401")
        .contains("from MEETBOT_API_KEY: unset or correct MEETBOT_API_KEY");
  }

  @Test
  void what_is_no_meetbot_has_no_clock_and_gets_no_key() {
    for (int status : new int[] {200, 404}) {
      desk.api.then(status, "<html>");
      Desk.Result result = desk.run("doctor");
      assertThat(result.code()).isEqualTo(1);
      assertThat(result.out())
          .contains("fail  network   " + desk.api.url() + "/healthz answered ", "warn  key")
          .doesNotContain("clock");
    }
    assertThat(desk.api.seen()).hasSize(2);
  }

  @Test
  void a_bad_key_of_the_environment_is_to_be_mended_there() {
    desk.environment.put("MEETBOT_API_KEY", "mb_test_1\n");
    server();
    Desk.Result result = desk.run("doctor");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out())
        .contains(
            "ok    server",
            "fail  key       MEETBOT_API_KEY has a blank or line break in it: unset or correct"
                + " MEETBOT_API_KEY",
            "ok    browser");
  }

  @Test
  void without_a_login_it_says_how_to_get_one() {
    server();
    Desk.Result result = desk.bare().run("doctor", "--url", desk.api.url());
    assertThat(result.out()).contains("fail  key       not signed in", "run meetbot login");
  }

  @Test
  void without_a_server_it_says_how_to_name_one_and_goes_on() {
    Desk.Result result = desk.bare().run("doctor");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("fail  server    no server: give --url", "ok    browser");
  }

  private static Finding clock(long secondsAhead) {
    Instant date = Instant.parse("2026-11-22T10:00:00Z");
    return ServerChecks.clock(
        new Reply(200, "", date, date.plusSeconds(secondsAhead), Duration.ZERO, null));
  }

  @Test
  void a_clock_may_be_five_seconds_off_and_must_not_be_five_minutes_off() {
    assertThat(clock(0).what()).isEqualTo("as the server's");
    assertThat(clock(5).level()).isEqualTo(Finding.Level.OK);
    assertThat(clock(6).level()).isEqualTo(Finding.Level.WARN);
    assertThat(clock(6).what()).isEqualTo("6 s ahead of the server's");
    assertThat(clock(-300).level()).isEqualTo(Finding.Level.WARN);
    assertThat(clock(-301).level()).isEqualTo(Finding.Level.FAIL);
    assertThat(clock(-301).what()).startsWith("301 s behind the server's");
  }

  @Test
  void little_space_matters_where_bots_run() {
    Path folder = Path.of("/data");
    BotChecks host = new BotChecks(desk.outside(), true, folder);
    BotChecks client = new BotChecks(desk.outside(), false, folder);
    assertThat(host.disk(50_000_000_000L, folder).level()).isEqualTo(Finding.Level.OK);
    assertThat(host.disk(5_000_000_000L, folder).level()).isEqualTo(Finding.Level.WARN);
    assertThat(host.disk(500_000_000L, folder).level()).isEqualTo(Finding.Level.FAIL);
    assertThat(client.disk(500_000_000L, folder).level()).isEqualTo(Finding.Level.WARN);
  }
}
