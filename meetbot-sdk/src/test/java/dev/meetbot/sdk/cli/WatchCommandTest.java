package dev.meetbot.sdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class WatchCommandTest {
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
  void each_change_is_a_line_until_the_job_has_ended() {
    desk.api
        .then(200, Answers.job("1", "queued", Answers.history("queued")))
        .then(
            200,
            Answers.job(
                "1",
                "joining",
                Answers.history("queued", "joining")
                    + ",\"waitingRoomSince\":\"2026-11-22T09:59:02.000Z\""))
        .then(
            200,
            Answers.job(
                "1",
                "recording",
                Answers.history("queued", "joining", "in_call", "recording")
                    + ",\"participantCount\":2,\"recordingState\":\"recording\""))
        .then(
            200,
            Answers.job(
                "1",
                "recording",
                Answers.history("queued", "joining", "in_call", "recording")
                    + ",\"participantCount\":1,\"recordingState\":\"paused\""))
        .then(
            200,
            Answers.job(
                "1",
                "finalizing",
                Answers.history("queued", "joining", "in_call", "recording")
                    + ",\"participantCount\":0,\"recordingState\":\"stopped\""))
        .then(
            200,
            Answers.job(
                "1",
                "completed",
                Answers.history("queued", "joining", "in_call", "recording", "completed")
                    + ",\"endReason\":\"leave_requested\",\"recordingState\":\"stopped\""));
    Desk.Result result = desk.run("watch", "1");
    assertThat(result.code()).isZero();
    assertThat(result.lines())
        .containsExactly(
            "10:59:00  queued",
            "10:59:01  joining",
            "10:59:02  in the waiting room",
            "10:59:02  in_call",
            "10:59:03  recording",
            "11:00:04  2 people in the call",
            "11:00:06  recording paused",
            "11:00:06  1 person in the call",
            "10:59:04  completed",
            "completed (leave_requested)");
    assertThat(result.err()).isEqualTo("meetbot artifacts 1 fetches the files\n");
  }

  @Test
  void a_terminal_has_one_line_that_is_written_again() {
    desk.terminal(24)
        .api
        .then(200, Answers.job("1", "queued", Answers.history("queued")))
        .then(
            200,
            Answers.job(
                "1",
                "recording",
                Answers.history("queued", "recording")
                    + ",\"participantCount\":12,\"joinedAt\":\"2026-11-22T09:58:00.000Z\""))
        .then(
            200,
            Answers.job("1", "completed", Answers.history("queued", "recording", "completed")));
    Desk.Result result = desk.run("watch", "1");
    assertThat(result.out())
        .contains("\r\u001b[Kqueued  1m 00s", "\r\u001b[Krecording  2m 02s  12…")
        .doesNotContain("people in the call")
        .endsWith("completed\n");
  }

  @Test
  void what_is_ended_from_outside_leaves_no_half_line() {
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    Session session = new Session(desk.terminal(80).outside());
    session.abort();
    session.liveLine(new PrintStream(screen, true, StandardCharsets.UTF_8)).show("recording  1s");
    session.abort();
    session.abort();
    assertThat(screen.toString(StandardCharsets.UTF_8))
        .isEqualTo("\r\u001b[Krecording  1s\r\u001b[K");
  }

  @Test
  void who_goes_away_is_told_that_the_bot_goes_on() {
    desk.api.thenKeepsSilent();
    Thread.currentThread().interrupt();
    Desk.Result result = desk.run("watch", "1");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(result.code()).isEqualTo(130);
    assertThat(result.err())
        .isEqualTo("the bot goes on: meetbot leave 1 calls it back\nmeetbot: interrupted\n");
    Session session = new Session(desk.outside());
    session.watched("1");
    session.watched(null);
    session.abort();
    assertThat(desk.err()).isEqualTo(result.err());
    session.watched("2");
    session.abort();
    session.abort();
    assertThat(desk.err())
        .isEqualTo(result.err() + "the bot goes on: meetbot leave 2 calls it back\n");
  }

  @Test
  void machines_get_the_job_at_each_change_on_one_line() {
    desk.api
        .then(200, Answers.job("1", "queued"))
        .then(200, Answers.job("1", "queued"))
        .then(200, Answers.job("1", "cancelled"));
    Desk.Result result = desk.run("watch", "1", "--json");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).isEmpty();
    assertThat(result.lines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).startsWith("{\"id\":"));
  }

  @Test
  void a_failure_is_told_with_its_reason_and_ends_with_1() {
    desk.api.then(
        200,
        Answers.job(
            "1", "failed", "\"failureCode\":\"lobby_timeout\",\"failureDetail\":\"nobody came\""));
    Desk.Result result = desk.run("watch", "1");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).endsWith("failed: lobby_timeout: nobody came\n");
  }

  @Test
  void the_timeout_ends_with_124_and_is_kept_exactly() {
    for (int i = 0; i < 4; i++) {
      desk.api.then(200, Answers.job("1", "recording"));
    }
    Desk.Result result = desk.run("watch", "1", "--timeout", "5s");
    assertThat(result.code()).isEqualTo(124);
    assertThat(result.err()).contains("still recording");
    assertThat(desk.waits).extracting(Duration::toSeconds).containsExactly(2L, 2L, 1L);
  }

  @Test
  void a_server_that_is_away_for_a_while_is_waited_for() {
    desk.api.then(200, Answers.job("1", "queued"));
    for (int i = 0; i < 8; i++) {
      desk.api.then(503, Answers.error("internal_error", "away"));
    }
    desk.api.then(200, Answers.job("1", "completed"));
    Desk.Result result = desk.run("watch", "1");
    assertThat(result.code()).isZero();
    assertThat(result.err().lines().filter(line -> line.contains("trying again"))).hasSize(1);
  }

  @Test
  void a_server_that_stays_away_ends_it() {
    desk.close();
    Desk.Result result = desk.run("watch", "1");
    assertThat(result.code()).isEqualTo(6);
    assertThat(desk.waits).hasSizeBetween(55, 65);
  }

  @Test
  void a_job_that_is_not_there_ends_it_at_once() {
    desk.api.then(404, "{}");
    assertThat(desk.run("watch", "1").code()).isEqualTo(4);
  }
}
