package dev.meetbot.engine.internal.composing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.internal.composing.CompositionState.Phase;
import dev.meetbot.engine.internal.finalizing.ComposedView;
import dev.meetbot.model.JobId;
import dev.meetbot.model.RecordingSpec;
import dev.meetbot.model.TenantId;
import dev.meetbot.provider.memory.MemoryStorage;
import dev.meetbot.spi.storage.StoredRecord;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CompositionQueueTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final TenantId ACME = new TenantId("acme");
  private static final JobId JOB = new JobId("job-1");
  private static final ComposedView VIEW = new ComposedView(RecordingSpec.Layout.GALLERY, 640, 360);

  private final CompositionQueue queue = new CompositionQueue(new MemoryStorage().records());

  private String added() {
    queue.add(ACME, JOB, VIEW, NOW);
    return queue.waiting(null, NOW).get(0);
  }

  @Test
  void askingAgainIsOneEntryThatTellsHowItStands() {
    String key = added();
    assertThat(key).isEqualTo("acme/job-1/composition.gallery.640x360.webm");
    StoredRecord taken = queue.take(key, LEASE, NOW).orElseThrow();
    assertThat(queue.add(ACME, JOB, VIEW, NOW).phase()).isEqualTo(Phase.RUNNING);
    assertThat(queue.waiting(null, NOW)).containsExactly(key);
    queue.replace(taken, CompositionQueue.state(taken).done(NOW), NOW);
    assertThat(queue.add(ACME, JOB, VIEW, NOW).phase()).isEqualTo(Phase.DONE);
    assertThat(queue.waiting(null, NOW)).isEmpty();
  }

  @Test
  void ofTwoOneTakesItAndTheOtherAfterTheLease() {
    String key = added();
    StoredRecord first = queue.take(key, LEASE, NOW).orElseThrow();
    assertThat(queue.take(key, LEASE, NOW.plusSeconds(29))).isEmpty();
    StoredRecord second = queue.take(key, LEASE, NOW.plusSeconds(30)).orElseThrow();
    assertThat(CompositionQueue.state(second).tries()).isEqualTo(2);
    Claim late = new Claim(queue, first, LEASE, () -> NOW);
    assertThat(late.renew()).as("the first one has lost it").isFalse();
    assertThat(new Claim(queue, second, LEASE, () -> NOW).renew()).isTrue();
  }

  @Test
  void whatIsForgottenIsNobodysAnyMore() throws Exception {
    String key = added();
    Claim claim = new Claim(queue, queue.take(key, LEASE, NOW).orElseThrow(), LEASE, () -> NOW);
    assertThat(claim.begin()).isTrue();
    claim.end();
    assertThat(queue.forget(ACME, JOB, NOW)).isEqualTo(1);
    assertThat(queue.forget(ACME, JOB, NOW)).isZero();
    assertThat(claim.begin()).isFalse();
    assertThat(claim.change(state -> state.done(NOW))).isFalse();
    assertThat(queue.find(ACME, JOB, VIEW, NOW)).isEmpty();
    assertThat(queue.waiting(null, NOW)).isEmpty();
  }

  @Test
  void aManifestIsChangedByOneAtATime() {
    StoredRecord record = queue.take(added(), LEASE, NOW).orElseThrow();
    assertThat(queue.beginTurn(record, LEASE, NOW)).isTrue();
    assertThat(queue.beginTurn(record, LEASE, NOW)).isFalse();
    queue.endTurn(record);
    assertThat(queue.beginTurn(record, LEASE, NOW)).isTrue();
    assertThat(queue.beginTurn(record, LEASE, NOW.plus(LEASE))).as("who had it is gone").isTrue();
  }
}
