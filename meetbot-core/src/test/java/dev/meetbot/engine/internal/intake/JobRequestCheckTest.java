package dev.meetbot.engine.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.meetbot.engine.InvalidJobException;
import dev.meetbot.engine.Issue;
import dev.meetbot.engine.JobRequest;
import dev.meetbot.model.AutoLeave;
import dev.meetbot.tck.FakeMeeting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JobRequestCheckTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final JobRequestCheck CHECK =
      new JobRequestCheck(
          List.of(new FakeMeeting()), Set.of(), new WebhookUrlCheck(url -> Optional.empty()));

  static Stream<Arguments> wrong() {
    return Stream.of(
        wrong("externalId", d -> d.externalId = null),
        wrong("externalId", d -> d.externalId = ""),
        wrong("externalId", d -> d.externalId = "x".repeat(256)),
        wrong("externalId", d -> d.externalId = "a\u0000b"),
        wrong("externalId", d -> d.externalId = "a\ud800b"),
        wrong("meetingUrl", d -> d.meetingUrl = null),
        wrong("meetingUrl", d -> d.meetingUrl = "http://meeting.example/a"),
        wrong("meetingUrl", d -> d.meetingUrl = "HTTP://meeting.example/a"),
        wrong("meetingUrl", d -> d.meetingUrl = "https://ann:secret@meeting.example/a"),
        wrong("meetingUrl", d -> d.meetingUrl = "https://elsewhere.example/a"),
        wrong("meetingUrl", d -> d.meetingUrl = "https://meeting.example/" + "a".repeat(2048)),
        wrong("platform", d -> d.platform = "zoom-web"),
        wrong("joinAt", d -> d.joinAt = NOW.plus(Duration.ofDays(365)).plusMillis(1)),
        wrong("displayName", d -> d.displayName = ""),
        wrong("displayName", d -> d.displayName = "x".repeat(65)),
        wrong("displayName", d -> d.displayName = "a\nb"),
        wrong("webhooks.onFinalize", d -> d.onFinalize = "mailto:ann@client.example"),
        wrong("webhooks.events", d -> d.events = Set.of("bot.chat_message", "bot.sneezed")),
        wrong("metadata", d -> d.metadata = "{\"a\":\"" + "x".repeat(16 * 1024) + "\"}"),
        wrong("autoLeave.afterSoloSeconds", d -> d.autoLeave = solo(Duration.ofSeconds(-1))),
        wrong("autoLeave.afterSoloSeconds", d -> d.autoLeave = solo(Duration.ofSeconds(86401))),
        wrong("autoLeave.botNames", d -> d.autoLeave = names(Set.of(""))),
        wrong("autoLeave.botNames", d -> d.autoLeave = names(Set.of("x".repeat(65)))),
        wrong("autoLeave.botNames", d -> d.autoLeave = names(many(51))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void each_rule_names_its_field(String field, Consumer<JobRequest.Draft> fault) {
    assertThat(issues(fault))
        .extracting(issue -> String.join(".", issue.path()))
        .containsExactly(field);
  }

  static Stream<Arguments> right() {
    return Stream.of(
        wrong("the longest id", d -> d.externalId = "x".repeat(255)),
        wrong("an upper-case scheme", d -> d.meetingUrl = "HTTPS://meeting.example/a"),
        wrong("its platform", d -> d.platform = FakeMeeting.ID),
        wrong("a year ahead", d -> d.joinAt = NOW.plus(Duration.ofDays(365))),
        wrong("long ago", d -> d.joinAt = Instant.MIN),
        wrong("the longest name", d -> d.displayName = "x".repeat(64)),
        wrong("an emoji", d -> d.displayName = "Notes \ud83d\udcdd"),
        wrong(
            "every event",
            d ->
                d.events =
                    Set.of(
                        "bot.waiting_room",
                        "bot.participant_joined",
                        "bot.participant_left",
                        "bot.chat_message")),
        wrong("timers off", d -> d.autoLeave = solo(Duration.ZERO)),
        wrong("a name of emoji", d -> d.autoLeave = names(Set.of("\ud83e\udd16".repeat(64)))),
        wrong("fifty names", d -> d.autoLeave = names(many(50))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("right")
  void what_is_within_the_limits_is_taken(String what, Consumer<JobRequest.Draft> edit) {
    assertThat(CHECK.check(request(edit), NOW).platform()).as(what).isEqualTo(FakeMeeting.ID);
  }

  @Test
  void a_time_that_is_past_is_now() {
    assertThat(CHECK.check(request(d -> d.joinAt = NOW.minusSeconds(1)), NOW).joinAt())
        .isEqualTo(NOW);
    assertThat(CHECK.check(request(d -> {}), NOW).joinAt()).isEqualTo(NOW);
  }

  @Test
  void what_the_reader_found_is_told_with_the_broken_rules_and_only_once() {
    Issue type = new Issue(List.of("externalId"), "invalid_type", "externalId must be a string");
    assertThat(
            issues(
                d -> {
                  d.externalId = null;
                  d.displayName = "";
                  d.issues = List.of(type);
                }))
        .extracting(Issue::code)
        .containsExactly("invalid_type", "invalid_length");
  }

  private static List<Issue> issues(Consumer<JobRequest.Draft> fault) {
    InvalidJobException refused =
        catchThrowableOfType(InvalidJobException.class, () -> CHECK.check(request(fault), NOW));
    assertThat(refused).as("refused").isNotNull();
    return refused.issues();
  }

  private static JobRequest request(Consumer<JobRequest.Draft> edit) {
    return JobRequest.of(
        draft -> {
          draft.externalId = "e1";
          draft.meetingUrl = "https://meeting.example/a";
          edit.accept(draft);
        });
  }

  private static Arguments wrong(String field, Consumer<JobRequest.Draft> fault) {
    return Arguments.of(field, fault);
  }

  private static AutoLeave solo(Duration time) {
    return autoLeave(time, Set.of());
  }

  private static AutoLeave names(Set<String> names) {
    return autoLeave(Duration.ofSeconds(60), names);
  }

  private static AutoLeave autoLeave(Duration solo, Set<String> names) {
    Duration other = Duration.ofSeconds(60);
    return new AutoLeave(other, other, solo, other, other, other, false, names);
  }

  private static Set<String> many(int count) {
    return IntStream.range(0, count).mapToObj(i -> "name " + i).collect(Collectors.toSet());
  }
}
