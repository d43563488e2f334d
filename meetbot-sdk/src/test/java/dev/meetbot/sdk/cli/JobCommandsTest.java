package dev.meetbot.sdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class JobCommandsTest {
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
  void get_shows_what_matters_and_no_passcode() {
    desk.api.then(
        200,
        Answers.job(
            "1",
            "failed",
            Answers.history("queued", "joining", "failed")
                + ",\"failureCode\":\"host_denied_admission\",\"failureDetail\":\"the host said no\","
                + "\"joinedAt\":\"2026-11-22T09:59:10.000Z\",\"endedAt\":\"2026-11-22T10:01:12.000Z\","
                + "\"billedSeconds\":60,\"metadata\":{\"a\":\"b\"}"));
    Desk.Result result = desk.run("get", "1");
    assertThat(result.code()).isZero();
    assertThat(result.lines())
        .containsExactly(
            "job          1",
            "external id  lesson-1",
            "status       failed",
            "meeting      https://meet.example/a?…",
            "platform     jitsi",
            "bot          bot",
            "in the call  2m 02s",
            "ended        2026-11-22 11:01:12",
            "failure      host_denied_admission: the host said no",
            "billed       1m 00s",
            "metadata     {\"a\":\"b\"}",
            "",
            "  2026-11-22 10:59:00  queued",
            "  2026-11-22 10:59:01  joining",
            "  2026-11-22 10:59:02  failed");
  }

  @Test
  void get_tells_of_the_waiting_room_and_of_a_pause() {
    desk.api
        .then(200, Answers.job("1", "joining", "\"waitingRoomSince\":\"2026-11-22T09:58:00.000Z\""))
        .then(200, Answers.job("1", "recording", "\"recordingState\":\"paused\""));
    assertThat(desk.run("get", "1").out())
        .contains("joining (in the waiting room)", "in the waiting room for 2m 00s");
    assertThat(desk.run("get", "1").out()).contains("recording (paused)");
  }

  @Test
  void get_of_nothing_is_not_found() {
    desk.api.then(404, Answers.error("not_found", "no"));
    assertThat(desk.run("get", "1").code()).isEqualTo(4);
  }

  @Test
  void a_job_that_is_not_there_has_the_same_words_everywhere() {
    for (String command :
        List.of(
            "get", "watch", "pause", "cancel", "manifest", "artifacts", "webhooks deliveries")) {
      for (int i = 0; i < (command.equals("get") || command.equals("watch") ? 1 : 2); i++) {
        desk.api.then(404, Answers.error("not_found", "no job"));
      }
      Desk.Result result = desk.run((command + " nonsense").split(" "));
      assertThat(result.code()).isEqualTo(4);
      assertThat(result.err()).isEqualTo("meetbot: there is no job nonsense\n");
    }
    assertThat(desk.api.isUsedUp()).isTrue();
  }

  private static String page(String next, String... ids) {
    return "{\"jobs\":["
        + Arrays.stream(ids)
            .map(id -> Answers.job(id, "recording"))
            .collect(Collectors.joining(","))
        + "],\"nextCursor\":"
        + next
        + "}";
  }

  @Test
  void list_asks_for_what_was_asked_for() {
    desk.api.then(200, page("null", "1"));
    desk.run(
        "list",
        "--status=recording",
        "--external-id=a b",
        "--platform=jitsi",
        "--created-after=2h",
        "--limit=7");
    assertThat(desk.api.only().query())
        .isEqualTo(
            "status=recording&externalId=a%20b&platform=jitsi"
                + "&createdAfter=2026-11-22T08%3A00%3A00.000Z&limit=7");
  }

  @Test
  void list_fits_its_columns_to_the_terminal_and_leaves_ids_whole() {
    String id = "019e2f0a-7c4e-7d11-b2cb-9d6e0c5e1234";
    desk.api.then(200, page("null", id)).then(200, page("null", id));
    assertThat(desk.run("list").lines())
        .containsExactly(
            "ID                                    EXTERNAL ID  PLATFORM  STATUS     CREATED",
            id + "  lesson-1     jitsi     recording  2026-11-22 10:59:00");
    List<String> narrow = desk.terminal(88).run("list").lines();
    assertThat(narrow).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(88));
    assertThat(narrow.get(0)).contains("EXTERNA…");
    assertThat(narrow.get(1)).startsWith(id);
  }

  @Test
  void list_ends_at_its_limit_or_goes_over_all_pages() {
    desk.api.then(200, page("\"n\"", "1", "2"));
    assertThat(desk.run("list", "--limit", "2").lines()).hasSize(3);
    desk.api.then(200, page("\"n\"", "1", "2")).then(200, page("null", "3"));
    assertThat(desk.run("list", "--limit", "0", "--json").out()).contains("\"3\"");
    assertThat(desk.api.isUsedUp()).isTrue();
    assertThat(desk.run("list", "--limit", "-1").code()).isEqualTo(2);
  }

  @Test
  void an_empty_list_is_an_empty_document_for_machines_and_a_word_for_people() {
    desk.api.then(200, page("null")).then(200, page("null"));
    assertThat(desk.run("list", "--json").out()).isEqualTo("{\n  \"jobs\": []\n}\n");
    Desk.Result result = desk.run("list");
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).isEqualTo("no jobs\n");
  }

  @ParameterizedTest
  @CsvSource({
    "ask, request-recording-permission",
    "request-recording-permission, request-recording-permission",
    "pause, pause-recording",
    "resume, resume-recording",
    "stop, stop-recording",
    "leave, leave-call"
  })
  void verbs_are_asked_of_the_bot(String command, String verb) {
    desk.api
        .then(202, Answers.verb(verb, "recording"))
        .then(202, Answers.verb(verb, "recording"))
        .then(409, Answers.error("invalid_state", "the job is queued"));
    assertThat(desk.run(command, "1", "--idempotency-key", "k").out())
        .isEqualTo(verb + " accepted; meetbot watch 1 shows what the bot does\n");
    assertThat(desk.api.only().path()).isEqualTo("/api/v1/jobs/1/" + verb);
    assertThat(desk.api.only().header("Idempotency-Key")).isEqualTo("k");
    assertThat(desk.run(command, "1", "--json").out())
        .contains("\"verb\": \"" + verb + "\"", "\"accepted\": true");
    assertThat(desk.run(command, "1").code()).isEqualTo(5);
  }

  @Test
  void chat_sends_its_words_or_the_standard_input() {
    desk.api
        .then(202, Answers.verb("send-chat-message", "recording"))
        .then(202, Answers.verb("send-chat-message", "recording"));
    assertThat(desk.run("chat", "1", "hello", "there").code()).isZero();
    desk.input = "two\nlines\n";
    desk.run("chat", "1", "-");
    assertThat(desk.api.seen().get(0).body()).isEqualTo("{\"message\":\"hello there\"}");
    assertThat(desk.api.seen().get(1).body()).isEqualTo("{\"message\":\"two\\nlines\"}");
    assertThat(desk.run("chat", "1").code()).isEqualTo(2);
  }

  @Test
  void cancel_calls_back() {
    desk.api.then(204, "").then(409, Answers.error("already_finished", "it has ended"));
    assertThat(desk.run("cancel", "1", "--json").out()).contains("\"accepted\": true");
    assertThat(desk.api.only().method()).isEqualTo("DELETE");
    assertThat(desk.run("cancel", "1").code()).isEqualTo(5);
  }
}
