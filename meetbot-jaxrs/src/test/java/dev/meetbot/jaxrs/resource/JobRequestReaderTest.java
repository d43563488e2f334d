package dev.meetbot.jaxrs.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.Issue;
import dev.meetbot.engine.JobRequest;
import dev.meetbot.engine.JoinRequest;
import dev.meetbot.model.AutoLeave;
import dev.meetbot.model.ConsentSpec;
import dev.meetbot.model.JoinSpec.SignIn;
import dev.meetbot.model.RecordingSpec;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobRequestReaderTest {
  private static JsonObject json(String text) {
    return Json.createReader(new StringReader(text)).readObject();
  }

  private static JobRequest read(String text) {
    return JobRequestReader.read(json(text));
  }

  private static List<Issue> issues(String text) {
    return read(text).issues();
  }

  @Test
  void anEmptyObjectIsNothingButDefaults() {
    assertThat(read("{}")).isEqualTo(JobRequest.of(draft -> {}));
  }

  @Test
  void nullMeansMissing() {
    String nulls =
        "{'externalId':null,'displayName':null,'metadata':null,'webhooks':null,'autoLeave':"
            + "{'afterSoloSeconds':null},'recording':{'audio':null,'captions':null},'joinAt':null}";
    assertThat(read(nulls.replace('\'', '"'))).isEqualTo(JobRequest.of(draft -> {}));
  }

  @Test
  void readsHowTheBotGetsIn() {
    String text = "{'join':{'signIn':'always','passcode':'p4ss','film':true}}".replace('\'', '"');
    assertThat(read(text).join()).isEqualTo(new JoinRequest(SignIn.ALWAYS, "p4ss", true));
    assertThat(read(text).toString()).doesNotContain("p4ss");
    String wrong = "{'join':{'signIn':'maybe','passcode':1234,'film':1}}".replace('\'', '"');
    assertThat(issues(wrong))
        .extracting(issue -> String.join(".", issue.path()) + " " + issue.code())
        .containsExactly(
            "join.signIn invalid_value", "join.passcode invalid_type", "join.film invalid_type");
  }

  @Test
  void readsEveryField() {
    JobRequest request =
        read(
            """
            {"externalId":"e1","meetingUrl":"https://meet.example/a","platform":"jitsi",
             "joinAt":"2026-05-15T16:00:00.25+02:00","displayName":"Notetaker",
             "webhooks":{"onStatusChange":"https://a.example/s","onFinalize":"https://a.example/f",
               "version":1,"events":["bot.chat_message"]},
             "metadata":{"b":1,"a":{"deep":[1,2.50,null]}},
             "autoLeave":{"afterEntryDelaySeconds":1,"afterSilenceSeconds":2,"afterSoloSeconds":3,
               "afterMaxSeconds":4,"afterNoOneJoinedSeconds":5,"afterOnlyBotsSeconds":0,
               "onBotDetected":true,"botNames":["Scribe"]},
             "recording":{"audio":"mixed","video":"tab","layout":"gallery","captions":false,
               "chat":false,"startOnJoin":false},
             "consent":{"required":true,"prompt":"May I?","timeoutSeconds":30},
             "somethingNew":{"x":1}}
            """);
    assertThat(request.externalId()).isEqualTo("e1");
    assertThat(request.meetingUrl()).isEqualTo("https://meet.example/a");
    assertThat(request.platform()).isEqualTo("jitsi");
    assertThat(request.joinAt()).isEqualTo(Instant.parse("2026-05-15T14:00:00.250Z"));
    assertThat(request.displayName()).isEqualTo("Notetaker");
    assertThat(request.onStatusChange()).isEqualTo("https://a.example/s");
    assertThat(request.onFinalize()).isEqualTo("https://a.example/f");
    assertThat(request.webhookVersion()).isEqualTo(1);
    assertThat(request.events()).containsExactly("bot.chat_message");
    assertThat(request.metadata()).isEqualTo("{\"b\":1,\"a\":{\"deep\":[1,2.50,null]}}");
    assertThat(request.autoLeave())
        .isEqualTo(
            new AutoLeave(
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                Duration.ofSeconds(4),
                Duration.ofSeconds(5),
                Duration.ZERO,
                true,
                java.util.Set.of("Scribe")));
    assertThat(request.recording())
        .isEqualTo(
            new RecordingSpec(
                RecordingSpec.Audio.MIXED,
                RecordingSpec.Video.TAB,
                RecordingSpec.Layout.GALLERY,
                false,
                false,
                false));
    assertThat(request.consent())
        .isEqualTo(new ConsentSpec(true, "May I?", Duration.ofSeconds(30)));
  }

  @Test
  void tellsAllWrongTypesAtOnceWithTheirPaths() {
    List<Issue> issues =
        issues(
            """
            {"externalId":1,"meetingUrl":[],"joinAt":"tomorrow","displayName":{},
             "metadata":"x","webhooks":{"version":"2","onFinalize":7,"events":["a",1]},
             "autoLeave":{"afterSoloSeconds":1.5,"onBotDetected":"yes"},
             "recording":{"audio":"loud"},"consent":[]}
            """);
    assertThat(issues)
        .extracting(Issue::path)
        .containsExactlyInAnyOrder(
            List.of("externalId"),
            List.of("meetingUrl"),
            List.of("joinAt"),
            List.of("displayName"),
            List.of("metadata"),
            List.of("webhooks", "version"),
            List.of("webhooks", "onFinalize"),
            List.of("webhooks", "events"),
            List.of("autoLeave", "afterSoloSeconds"),
            List.of("autoLeave", "onBotDetected"),
            List.of("recording", "audio"),
            List.of("consent"));
  }

  @Test
  void aWrongChoiceNamesTheRightOnes() {
    assertThat(issues("{\"recording\":{\"video\":\"4k\"}}"))
        .containsExactly(
            new Issue(
                List.of("recording", "video"),
                "invalid_value",
                "recording.video must be one of composed, participants, tab, none"));
  }

  @ParameterizedTest
  @CsvSource({"1e3,1000", "60.0,60", "0,0", "2147483647,2147483647"})
  void wholeNumbersMayBeWrittenAsJsonAllows(String written, long seconds) {
    JobRequest request = read("{\"autoLeave\":{\"afterSoloSeconds\":" + written + "}}");
    assertThat(request.autoLeave().afterSolo()).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({"2147483648", "0.5", "1e400", "true", "'\"60\"'"})
  void otherNumbersAreRefused(String written) {
    assertThat(issues("{\"autoLeave\":{\"afterSoloSeconds\":" + written + "}}"))
        .extracting(Issue::code)
        .containsExactly("invalid_type");
  }

  @Test
  void aVersionOrTimeoutOutOfRangeIsRefused() {
    assertThat(issues("{\"webhooks\":{\"version\":3},\"consent\":{\"timeoutSeconds\":0}}"))
        .extracting(Issue::code)
        .containsExactly("out_of_range", "out_of_range");
  }
}
