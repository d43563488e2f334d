package dev.meetbot.sdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DispatchCommandTest {
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

  private String sent() {
    return desk.api.seen().get(desk.api.seen().size() - 1).body();
  }

  private Desk.Result dispatch(String... args) {
    desk.api.then(201, Answers.job("1", "queued"));
    return desk.run(
        Stream.concat(Stream.of("dispatch"), Arrays.stream(args)).toArray(String[]::new));
  }

  @Test
  void what_is_not_given_is_not_sent() {
    Desk.Result result = dispatch("https://meet.example/a", "--external-id", "lesson-1");
    assertThat(result.code()).isZero();
    assertThat(sent())
        .isEqualTo("{\"externalId\":\"lesson-1\",\"meetingUrl\":\"https://meet.example/a\"}");
    assertThat(result.out()).contains("job          1", "status       queued");
  }

  @Test
  void an_external_id_is_made_up_anew_each_time() {
    dispatch("https://meet.example/a");
    String first = sent();
    dispatch("https://meet.example/a");
    assertThat(first).contains("\"externalId\":\"cli-").isNotEqualTo(sent());
  }

  @Test
  void every_field_of_the_api_has_its_option() {
    desk.environment.put("PASS", "0000");
    dispatch(
        "https://meet.example/a",
        "--external-id=x",
        "--name=Notes",
        "--join-at=30m",
        "--platform=jitsi",
        "--metadata=team=red",
        "--metadata=n=1=2",
        "--webhook=https://hooks.example/a",
        "--finalize-webhook=https://hooks.example/b",
        "--webhook-event=bot.chat_message",
        "--webhook-version=2",
        "--auto-leave-after-entry-delay=10m",
        "--auto-leave-after-no-one-joined=90",
        "--auto-leave-after-solo=0",
        "--auto-leave-after-only-bots=61s",
        "--auto-leave-after-silence=1h",
        "--auto-leave-after-max=1h30m",
        "--auto-leave-on-bot-detected",
        "--bot-name=Acme Scribe",
        "--record-audio=mixed",
        "--record-video=tab",
        "--record-layout=gallery",
        "--no-record-captions",
        "--record-chat",
        "--no-record-on-join",
        "--consent",
        "--consent-prompt=May I?",
        "--consent-timeout=2m",
        "--sign-in=never",
        "--film",
        "--passcode-env=PASS",
        "--idempotency-key=key-7");
    assertThat(JsonText.findObject(sent()))
        .contains(
            JsonText.findObject(
                    """
                    {"externalId":"x","meetingUrl":"https://meet.example/a","displayName":"Notes",
                     "joinAt":"2026-11-22T10:30:00.000Z","platform":"jitsi",
                     "metadata":{"team":"red","n":"1=2"},
                     "webhooks":{"onStatusChange":"https://hooks.example/a",
                       "onFinalize":"https://hooks.example/b","version":2,
                       "events":["bot.chat_message"]},
                     "autoLeave":{"afterEntryDelaySeconds":600,"afterNoOneJoinedSeconds":90,
                       "afterSoloSeconds":0,"afterOnlyBotsSeconds":61,"afterSilenceSeconds":3600,
                       "afterMaxSeconds":5400,"onBotDetected":true,"botNames":["Acme Scribe"]},
                     "recording":{"audio":"mixed","video":"tab","layout":"gallery",
                       "captions":false,"chat":true,"startOnJoin":false},
                     "consent":{"required":true,"prompt":"May I?","timeoutSeconds":120},
                     "join":{"signIn":"never","film":true,"passcode":"0000"}}
                    """)
                .orElseThrow());
    assertThat(desk.api.only().header("Idempotency-Key")).isEqualTo("key-7");
  }

  @Test
  void a_file_holds_the_request_and_options_change_it() throws Exception {
    Path file = home.resolve("request.json");
    Files.writeString(
        file,
        "{\"externalId\":\"x\",\"meetingUrl\":\"https://meet.example/a\",\"newField\":[1],"
            + "\"recording\":{\"audio\":\"mixed\",\"chat\":false},\"metadata\":{\"a\":1}}");
    dispatch("--file", file.toString(), "--record-chat", "--metadata", "b=2");
    assertThat(JsonText.findObject(sent()))
        .contains(
            JsonText.findObject(
                    "{\"externalId\":\"x\",\"meetingUrl\":\"https://meet.example/a\",\"newField\":[1],"
                        + "\"recording\":{\"audio\":\"mixed\",\"chat\":true},"
                        + "\"metadata\":{\"a\":1,\"b\":\"2\"}}")
                .orElseThrow());
  }

  @Test
  void the_request_and_the_passcode_may_come_by_standard_input() {
    desk.input = "{\"meetingUrl\":\"https://meet.example/a\",\"externalId\":\"x\"}";
    dispatch("--file", "-");
    assertThat(sent()).contains("https://meet.example/a");
    desk.input = "00 00\n";
    dispatch("https://meet.example/a", "--passcode-file", "-");
    assertThat(sent()).contains("\"join\":{\"passcode\":\"00 00\"}");
  }

  @Test
  void what_cannot_be_sent_is_told_before_anything_is() {
    assertThat(desk.run("dispatch").code()).isEqualTo(2);
    desk.input = "[1]";
    assertThat(desk.run("dispatch", "--file", "-").err()).contains("not a JSON object");
    assertThat(desk.run("dispatch", "u", "--passcode-env", "NONE").err()).contains("NONE");
    assertThat(desk.run("dispatch", "u", "--join-at", "tomorrow").code()).isEqualTo(2);
    assertThat(desk.run("dispatch", "u", "--passcode", "1").code()).isEqualTo(2);
    assertThat(desk.api.seen()).isEmpty();
  }

  @Test
  void an_external_id_that_is_known_already_is_told_of_to_people_and_machines() {
    String line =
        "meetbot: this external id was known: no bot was sent; job 1 of 2026-11-22 10:59:00 is"
            + " shown\n";
    String[] args = {"dispatch", "https://meet.example/a", "--external-id", "lesson-1"};
    desk.api.then(200, Answers.job("1", "recording")).then(200, Answers.job("1", "completed"));
    Desk.Result result = desk.run(args);
    assertThat(result.code()).isZero();
    assertThat(result.err()).isEqualTo(line + "meetbot watch 1 follows it\n");
    assertThat(result.out()).contains("job          1", "status       recording");
    assertThat(desk.run(args).err()).isEqualTo(line);
    desk.api.then(200, Answers.job("1", "recording"));
    Desk.Result machine = desk.run("dispatch", "https://meet.example/a", "--json");
    assertThat(machine.err()).isEqualTo(line);
    assertThat(machine.out()).startsWith("{\n  \"id\": \"1\",");
    assertThat(dispatch("https://meet.example/a").err()).isEqualTo("meetbot watch 1 follows it\n");
  }

  @Test
  void a_time_that_is_over_is_warned_of() {
    String warning = "meetbot: warning: --join-at is over: the bot comes at once\n";
    assertThat(dispatch("https://meet.example/a", "--join-at", "2026-11-22T09:59Z").err())
        .startsWith(warning);
    assertThat(dispatch("https://meet.example/a", "--join-at", "1m").err())
        .doesNotContain("is over");
  }

  @Test
  void dispatch_may_stay_and_watch() {
    desk.api.then(201, Answers.job("1", "queued")).then(200, Answers.job("1", "completed"));
    Desk.Result result = desk.run("dispatch", "https://meet.example/a", "--watch");
    assertThat(result.code()).isZero();
    assertThat(result.err()).contains("job 1");
    assertThat(result.lines().get(0)).contains("completed");
  }

  @Test
  void every_json_of_a_job_has_the_apis_names_in_their_order() {
    Desk.Result result = dispatch("https://meet.example/a", "--json");
    assertThat(result.out()).startsWith("{\n  \"id\": \"1\",\n  \"externalId\": \"lesson-1\",");
    assertThat(result.out()).contains("\"status\": \"queued\"", "\"failureCode\": null");
    assertThat(JsonText.findObject(result.out())).isPresent();
  }
}
