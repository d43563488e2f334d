package dev.meetbot.engine;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.meetbot.model.Job;
import dev.meetbot.model.RecordingSpec;
import dev.meetbot.model.TenantId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompositionsTest {
  private static final RecordingSpec.Layout GALLERY = RecordingSpec.Layout.GALLERY;

  private final EngineFixture it = new EngineFixture();
  private final Compositions compositions = it.engine.compositions();

  @AfterEach
  void close() {
    it.close();
  }

  @Test
  void a_job_that_has_not_ended_has_nothing_to_compose() throws Exception {
    Job job = it.recording("a");
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> compositions.request(it.tenant, job.id(), GALLERY, 1280, 720))
        .matches(e -> e.reason() == RefusedException.Reason.INVALID_STATE)
        .withMessageContaining("recording, and its recording not complete");
  }

  @Test
  void a_job_without_a_manifest_has_nothing_to_compose() {
    Job job = it.create("a", edit -> edit.joinAt = it.clock.instant().plusSeconds(9_999));
    it.engine.cancel(it.tenant, job.id());
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> compositions.request(it.tenant, job.id(), GALLERY, 1280, 720))
        .matches(e -> e.reason() == RefusedException.Reason.INVALID_STATE)
        .withMessageContaining("no manifest");
  }

  @Test
  void a_job_of_somebody_else_is_not_there() {
    Job job = it.create("a");
    assertThatExceptionOfType(JobNotFoundException.class)
        .isThrownBy(
            () -> compositions.request(new TenantId("other"), job.id(), GALLERY, 1280, 720));
  }

  @Test
  void a_picture_has_an_even_size_within_bounds() {
    Job job = it.create("a");
    for (int width : new int[] {0, 158, 641, 3842}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> compositions.request(it.tenant, job.id(), GALLERY, width, 720));
    }
  }
}
