package dev.meetbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.model.FailureCode;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.TenantId;
import dev.meetbot.provider.memory.MemoryArtifactStore;
import dev.meetbot.provider.memory.MemoryStorage;
import dev.meetbot.spi.meeting.MeetingState;
import dev.meetbot.spi.meeting.MissingTokenException;
import dev.meetbot.spi.meeting.TokenSource;
import dev.meetbot.tck.FakeBrowserDriver;
import dev.meetbot.tck.FakeMeeting;
import dev.meetbot.tck.FakeWebhookTransport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tokens on their way from their source to the page. */
@Timeout(60)
class TokensTest {
  private final FakeMeeting meeting = new FakeMeeting();
  private final Seen seen = new Seen();

  private Job denied(TokenSource... sources) throws InterruptedException {
    meeting.show(MeetingState.DENIED);
    MeetbotEngineBuilder builder =
        MeetbotEngine.builder()
            .storage(new MemoryStorage())
            .artifacts(new MemoryArtifactStore(InstantSource.system(), Long.MAX_VALUE))
            .browser(new FakeBrowserDriver())
            .platform(meeting)
            .webhooks(new FakeWebhookTransport())
            .masterKey(new byte[32])
            .listener(seen)
            .settings(EngineSettings.of(edit -> edit.tickInterval = Duration.ofMillis(5)));
    for (TokenSource source : sources) {
      builder.tokens(source);
    }
    try (MeetbotEngine engine = builder.build()) {
      engine.start();
      TenantId tenant = engine.firstStart().orElseThrow().tenant();
      Job job = engine.create(tenant, EngineFixture.request("t", edit -> {})).job();
      return seen.await(job.id(), JobStatus.FAILED);
    }
  }

  @Test
  void the_page_gets_what_all_sources_give() throws Exception {
    denied(request -> Map.of("zak", "z"), request -> Map.of("obfToken", request.externalId()));
    assertThat(meeting.visits()).hasSize(1);
    assertThat(meeting.visits().get(0).tokens()).isEqualTo(Map.of("zak", "z", "obfToken", "t"));
  }

  @Test
  void a_source_that_breaks_does_not_keep_the_bot_away() throws Exception {
    denied(
        request -> {
          throw new IllegalStateException("broken");
        });
    assertThat(meeting.visits()).hasSize(1);
    assertThat(meeting.visits().get(0).tokens()).isEmpty();
  }

  @Test
  void a_bot_that_must_not_go_without_a_token_does_not_and_says_why() throws Exception {
    Job failed =
        denied(
            request -> {
              throw new MissingTokenException("no token for zoom-web: the callback answered 500");
            });
    assertThat(failed.progress().failure().code()).isEqualTo(FailureCode.AUTH_FAILURE);
    assertThat(failed.progress().failure().detail())
        .isEqualTo("no token for zoom-web: the callback answered 500");
    assertThat(meeting.visits()).isEmpty();
  }
}
