package dev.meetbot.engine.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.meetbot.engine.NodeView;
import dev.meetbot.engine.RefusedException;
import dev.meetbot.provider.memory.MemoryStorage;
import dev.meetbot.tck.ManualClock;
import dev.meetbot.tck.TestJobs;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NodesTest {
  private final ManualClock clock = new ManualClock(TestJobs.NOW);
  private final MemoryStorage storage = new MemoryStorage();
  private final Nodes nodes = new Nodes(storage.records(), Duration.ofSeconds(30), clock);

  private NodeView node(String id, int running, int free, boolean draining) {
    return new NodeView(id, "1.0", running, free, draining, clock.instant());
  }

  @Test
  void eachNodeIsKnownAsItLastToldOfItself() {
    nodes.tell(node("a", 0, 4, false));
    nodes.tell(node("b", 1, 1, false));
    clock.elapse(Duration.ofSeconds(3));
    NodeView newer = node("a", 2, 2, true);
    nodes.tell(newer);
    assertThat(nodes.all()).hasSize(2).first().isEqualTo(newer);
  }

  @Test
  void aNodeThatNoLongerTellsIsGone() {
    nodes.tell(node("a", 0, 4, false));
    clock.elapse(Duration.ofSeconds(20));
    nodes.tell(node("b", 0, 4, false));
    clock.elapse(Duration.ofSeconds(15));
    assertThat(nodes.all()).extracting(NodeView::id).containsExactly("b");
    nodes.leave("b");
    assertThat(nodes.all()).isEmpty();
  }

  @Test
  void botsMayWaitAsFarAsTheRuleSays() {
    Places places = new Places(storage.jobs(), nodes, new WaitingRule(2));
    nodes.tell(node("a", 0, 1, false));
    nodes.tell(node("draining", 0, 9, true));
    for (int i = 1; i <= 3; i++) {
      places.require(null, TestJobs.NOW);
      storage.jobs().insert(TestJobs.created(TestJobs.aQueuedJob(i)));
    }
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> places.require(null, TestJobs.NOW))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(RefusedException.Reason.AT_CAPACITY));
    assertThatCode(() -> places.require(TestJobs.NOW.plusSeconds(60), TestJobs.NOW))
        .as("for later")
        .doesNotThrowAnyException();
    nodes.tell(node("b", 0, 1, false));
    assertThatCode(() -> places.require(TestJobs.NOW, TestJobs.NOW)).doesNotThrowAnyException();
  }

  @Test
  void withNoWaitingAPlaceHasToBeFree() {
    Places places = new Places(storage.jobs(), nodes, new WaitingRule(0));
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> places.require(null, TestJobs.NOW));
    nodes.tell(node("a", 3, 1, false));
    assertThatCode(() -> places.require(null, TestJobs.NOW)).doesNotThrowAnyException();
  }
}
