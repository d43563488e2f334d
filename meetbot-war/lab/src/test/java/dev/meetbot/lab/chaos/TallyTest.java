package dev.meetbot.lab.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.lab.chaos.JobRecord.Recorded;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final double ZERO = 1_800_000_000_000.0;

  /** Statuses with the second in which each came. */
  private static JsonObject job(Object... history) {
    JsonArrayBuilder changes = Json.createArrayBuilder();
    for (int i = 0; i < history.length; i += 2) {
      Instant at = Instant.ofEpochMilli((long) ZERO + 1000L * (int) history[i + 1]);
      changes.add(
          Json.createObjectBuilder().add("status", (String) history[i]).add("at", at.toString()));
    }
    return Json.createObjectBuilder()
        .add("id", "job-1")
        .add("status", (String) history[history.length - 2])
        .add("statusHistory", changes)
        .build();
  }

  private static JsonObject delivery(String id, String event) {
    return Json.createObjectBuilder().add("deliveryId", id).add("event", event).build();
  }

  private static final JsonObject DONE =
      job("queued", 0, "joining", 1, "recording", 5, "finalizing", 30, "completed", 32);

  private static final List<JsonObject> TOLD =
      List.of(delivery("a", "job.status_changed"), delivery("b", "job.finalized"));

  private static Recorded until(double second) {
    return new Recorded(ZERO + 5500, ZERO + second * 1000, 0);
  }

  private static FaultRecord faultAt(double second) {
    return new FaultRecord(FaultKind.SERVER, ZERO + second * 1000);
  }

  private static JobRecord record(JsonObject job, Recorded recorded) {
    return new JobRecord(job, TOLD, Set.of("a", "b"), recorded);
  }

  private static Tally tally(JobRecord job, FaultRecord... faults) {
    return Tally.of(1, List.of(faults), List.of(job), 0);
  }

  @Test
  void aRunInWhichNothingIsMissingIsFine() {
    Tally tally = tally(record(DONE, until(29.9)), faultAt(10), faultAt(40));
    assertThat(tally.ok()).isTrue();
    assertThat(tally.json().getInt("faults")).isEqualTo(2);
    assertThat(tally.json().getInt("jobsAccepted")).isEqualTo(1);
    assertThat(tally.json().getInt("jobsEnded")).isEqualTo(1);
  }

  @Test
  void aJobThatNeverEndedCounts() {
    Tally tally = tally(record(job("queued", 0, "joining", 1), Recorded.NOTHING));
    assertThat(tally.jobsEnded()).isZero();
    assertThat(tally.ok()).isFalse();
  }

  @Test
  void aJobThatRecordedFromTheStartAgainRanTwice() {
    JsonObject twice =
        job("recording", 1, "queued", 3, "joining", 4, "recording", 6, "completed", 9);
    assertThat(tally(record(twice, until(9))).jobsRunTwice()).isEqualTo(1);
  }

  @Test
  void aMessageThatNeverArrivedIsLostAndSoIsOneThatNeverWas() {
    assertThat(tally(new JobRecord(DONE, TOLD, Set.of("a"), until(29))).eventsLost()).isEqualTo(1);
    assertThat(tally(new JobRecord(DONE, List.of(), Set.of(), until(29))).eventsLost())
        .isEqualTo(1);
  }

  @Test
  void twoMessagesOfOneEndAreOneTooMany() {
    List<JsonObject> two =
        List.of(
            delivery("a", "job.status_changed"),
            delivery("b", "job.finalized"),
            delivery("c", "job.finalized"));
    JobRecord job = new JobRecord(DONE, two, Set.of("a", "b", "c"), until(29));
    assertThat(tally(job).finalizedTwice()).isEqualTo(1);
  }

  @Test
  void whatWasSaidBeforeTheFaultAndIsNotRecordedIsLost() {
    assertThat(tally(record(DONE, until(18.8)), faultAt(20)).maxSecondsLost()).isEqualTo(1.2);
    Tally more = tally(record(DONE, until(15)), faultAt(20));
    assertThat(more.maxSecondsLost()).isEqualTo(5.0);
    assertThat(more.ok()).isFalse();
  }

  @Test
  void onlyTheFaultThatEndedABotTakesSomethingOfIt() {
    assertThat(tally(record(DONE, until(20.4)), faultAt(20), faultAt(28)).maxSecondsLost())
        .isZero();
    assertThat(tally(record(DONE, until(27)), faultAt(20), faultAt(28)).maxSecondsLost())
        .isEqualTo(1.0);
  }

  @Test
  void aFaultRightAfterTheStartTakesNoMoreThanThereWas() {
    assertThat(tally(record(DONE, Recorded.NOTHING), faultAt(5.3)).maxSecondsLost()).isEqualTo(0.3);
  }

  @Test
  void aGapInTheMiddleIsLostToo() {
    Recorded torn = new Recorded(ZERO + 5500, ZERO + 29_000, 2500);
    assertThat(tally(record(DONE, torn)).maxSecondsLost()).isEqualTo(2.5);
  }

  @Test
  void leftProcessesCount() {
    assertThat(Tally.of(1, List.of(), List.of(), 1).ok()).isFalse();
  }

  @Test
  void everyKindOfFaultComesBeforeAnyComesAgainAndTheSeedTellsTheOrder() {
    List<FaultKind> drawn = FaultKind.drawn(7, true, new Random(5));
    assertThat(drawn).containsExactlyInAnyOrder(FaultKind.values());
    assertThat(FaultKind.drawn(7, true, new Random(5))).isEqualTo(drawn);
    assertThat(FaultKind.drawn(10, false, new Random(5)))
        .hasSize(10)
        .doesNotContain(FaultKind.DISK, FaultKind.NETWORK);
  }
}
