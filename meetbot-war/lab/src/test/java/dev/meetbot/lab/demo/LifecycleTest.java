package dev.meetbot.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.lab.receiver.ReceivedWebhook;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifecycleTest {
  @Test
  void theWholeLifeInOrderIsTold() {
    assertThat(Lifecycle.isTold(MadeMeeting.webhooks())).isTrue();
  }

  @Test
  void theResultMayComeJustBeforeTheLastStatus() {
    List<ReceivedWebhook> list = new ArrayList<>(MadeMeeting.webhooks());
    list.add(list.size() - 2, list.remove(list.size() - 1));

    assertThat(Lifecycle.isTold(list)).isTrue();
  }

  @Test
  void anythingMissingDoubledOrTooEarlyIsNoLife() {
    assertThat(Lifecycle.isTold(List.of())).isFalse();
    for (int i = 1; i < 5; i++) {
      List<ReceivedWebhook> gap = new ArrayList<>(MadeMeeting.webhooks());
      gap.remove(i);
      assertThat(Lifecycle.isTold(gap)).as("without %d", i).isFalse();
      List<ReceivedWebhook> twice = new ArrayList<>(MadeMeeting.webhooks());
      twice.add(i, twice.get(i));
      assertThat(Lifecycle.isTold(twice)).as("%d twice", i).isFalse();
    }
    List<ReceivedWebhook> early = new ArrayList<>(MadeMeeting.webhooks());
    early.add(0, early.remove(early.size() - 1));
    assertThat(Lifecycle.isTold(early)).isFalse();
  }

  @Test
  void aRecordingThatWasStoppedMayGoBack() {
    List<ReceivedWebhook> list =
        List.of(
            MadeMeeting.webhook("job.status_changed", "joining", "queued"),
            MadeMeeting.webhook("job.status_changed", "in_call", "joining"),
            MadeMeeting.webhook("job.status_changed", "recording", "in_call"),
            MadeMeeting.webhook("job.status_changed", "in_call", "recording"),
            MadeMeeting.webhook("job.status_changed", "finalizing", "in_call"),
            MadeMeeting.webhook("job.status_changed", "completed", "finalizing"),
            MadeMeeting.webhook("job.finalized", "completed", ""));

    assertThat(Lifecycle.isTold(list)).isTrue();
  }
}
