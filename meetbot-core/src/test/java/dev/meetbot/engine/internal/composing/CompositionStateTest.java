package dev.meetbot.engine.internal.composing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.internal.composing.CompositionState.Phase;
import dev.meetbot.engine.internal.finalizing.ComposedView;
import dev.meetbot.model.RecordingSpec;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CompositionStateTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final ComposedView VIEW =
      new ComposedView(RecordingSpec.Layout.SHARE_FIRST, 1280, 720);

  private final CompositionState queued = CompositionState.queued(VIEW, NOW);

  @Test
  void itIsKeptAsItIs() {
    CompositionState failed = queued.taken(NOW.plusSeconds(30)).failed("no disk", false, NOW);
    assertThat(CompositionState.parse(queued.toJson())).isEqualTo(queued);
    assertThat(CompositionState.parse(failed.toJson())).isEqualTo(failed);
    assertThat(failed.view().fileName()).isEqualTo("composition.share_first.1280x720.webm");
  }

  @Test
  void whoBeginsHoldsItUntilTheLeaseEnds() {
    CompositionState taken = queued.taken(NOW.plusSeconds(30));
    assertThat(queued.free(NOW)).isTrue();
    assertThat(taken.free(NOW.plusSeconds(29))).isFalse();
    assertThat(taken.renewed(NOW.plusSeconds(60)).free(NOW.plusSeconds(30))).isFalse();
    assertThat(taken.free(NOW.plusSeconds(30))).isTrue();
    assertThat(taken.done(NOW).free(NOW.plusSeconds(99))).isFalse();
  }

  @Test
  void itIsGivenUpAfterThreeTriesWithAPauseBetween() {
    CompositionState state = queued;
    for (int i = 1; i <= 2; i++) {
      state = state.taken(NOW.plusSeconds(30)).failed("x", false, NOW);
      assertThat(state.phase()).isEqualTo(Phase.QUEUED);
      assertThat(state.tries()).isEqualTo(i);
      assertThat(state.free(NOW)).isFalse();
      assertThat(state.free(NOW.plusSeconds(30L * i))).isTrue();
    }
    state = state.taken(NOW.plusSeconds(30)).failed("x", false, NOW);
    assertThat(state.phase()).isEqualTo(Phase.FAILED);
    assertThat(state.free(NOW.plusSeconds(9_999))).isFalse();
  }

  @Test
  void whatNoTryCanChangeIsGivenUpAtOnce() {
    assertThat(queued.taken(NOW).failed("no videos", true, NOW).phase()).isEqualTo(Phase.FAILED);
  }

  @Test
  void threeCrashesAreThreeTries() {
    CompositionState state = queued.taken(NOW).taken(NOW).taken(NOW);
    assertThat(state.phase()).isEqualTo(Phase.RUNNING);
    assertThat(state.taken(NOW).phase()).isEqualTo(Phase.FAILED);
    assertThat(state.taken(NOW).error()).contains("lost");
  }

  @Test
  void whoGivesItBackHasNotTried() {
    CompositionState back = queued.taken(NOW.plusSeconds(30)).released(NOW);
    assertThat(back).isEqualTo(queued);
  }
}
