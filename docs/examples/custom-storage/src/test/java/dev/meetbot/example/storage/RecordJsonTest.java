package dev.meetbot.example.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.meetbot.model.Job;
import dev.meetbot.model.Lease;
import dev.meetbot.model.RecordedTime;
import dev.meetbot.model.StatusChange;
import dev.meetbot.model.TenantLimits;
import dev.meetbot.model.WebhookTargets;
import dev.meetbot.spi.storage.StorageException;
import dev.meetbot.tck.FullJobs;
import dev.meetbot.tck.TestJobs;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RecordJsonTest {
  private final RecordJson json = new RecordJson();

  @Test
  void aJobInWhichEverythingIsSetComesBack() {
    Job job = FullJobs.everythingSet(1);
    assertThat(json.read(Job.class, json.write(job))).isEqualTo(job);
  }

  @Test
  void whatIsNullIsLeftOutAndComesBackAsNull() {
    assertThat(json.write(TenantLimits.DEFAULT)).isEqualTo("{}");
    assertThat(json.read(Job.class, json.write(TestJobs.aJob()))).isEqualTo(TestJobs.aJob());
  }

  @Test
  void timesKeepTheirNanosecondsAndTheEarlierIsTheSmallerText() {
    Instant whole = Instant.parse("2026-01-01T00:00:01Z");
    Lease lease = new Lease(TestJobs.WORKER, whole.plusNanos(1));
    assertThat(json.read(Lease.class, json.write(lease))).isEqualTo(lease);
    assertThat(Times.text(whole)).isLessThan(Times.text(whole.plusMillis(500)));
  }

  @Test
  void aListComesBackInItsOrder() {
    List<StatusChange> history = FullJobs.everythingSet(1).history();
    assertThat(json.readList(StatusChange.class, json.write(history))).isEqualTo(history);
  }

  @Test
  void whatALaterVersionAddedIsNullZeroOrEmpty() {
    assertThat(json.read(RecordedTime.class, "{}")).isEqualTo(new RecordedTime(0, null));
    assertThat(json.read(WebhookTargets.class, "{\"version\":2}")).isEqualTo(WebhookTargets.NONE);
  }

  @Test
  void whatIsNoLongerInARecordIsPassedOver() {
    assertThat(json.read(RecordedTime.class, "{\"millis\":7,\"gone\":{\"x\":[1]}}"))
        .isEqualTo(new RecordedTime(7, null));
  }

  @Test
  void aConstantOfALaterVersionIsAnErrorThatNamesIt() {
    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(() -> json.read(StatusChange.class, "{\"status\":\"FLYING\"}"))
        .withMessageContaining("FLYING");
  }
}
