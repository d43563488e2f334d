package dev.meetbot.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

// what should end and does not is a failure, too
@Timeout(120)
class MeetBotTest {
  private final FakeApi api = new FakeApi();
  private final FakeSurroundings surroundings = new FakeSurroundings();
  private final MeetBot bots =
      MeetBot.builder()
          .apiKey("mb_test_1")
          .baseUrl(api.url() + "/")
          .surroundings(surroundings.all())
          .build();

  @AfterEach
  void close() {
    bots.close();
    api.close();
  }

  @Test
  void aBotIsSentAskedForAndCalledBack() {
    api.then(201, Jobs.of("1", "queued")).then(200, Jobs.of("1", "joining")).then(204, "");
    DispatchRequest request = DispatchRequest.builder("lesson-1", "https://meet.example/1").build();
    assertThat(bots.dispatchBot(request).status()).isEqualTo(JobStatus.QUEUED);
    assertThat(bots.getBot("1")).map(Job::status).contains(JobStatus.JOINING);
    bots.cancelBot("1");
    assertThat(api.seen())
        .extracting(FakeApi.Seen::method)
        .containsExactly("POST", "GET", "DELETE");
  }

  @Test
  void aDispatchTellsWhetherTheJobIsNew() {
    api.then(201, Jobs.of("1", "queued"))
        .then(200, Jobs.of("1", "joining"))
        .then(200, Jobs.of("1", "joining"));
    DispatchRequest request = DispatchRequest.builder("lesson-1", "https://meet.example/1").build();
    assertThat(bots.dispatch(request).created()).isTrue();
    Dispatch again = bots.dispatch(request);
    assertThat(again.created()).isFalse();
    assertThat(again.job().status()).isEqualTo(JobStatus.JOINING);
    assertThat(bots.dispatchBot(request)).isEqualTo(again.job());
  }

  @Test
  void whatIsNullInAJobIsNull() {
    api.then(
        200,
        "{\"id\":\"1\",\"status\":\"queued\",\"endReason\":null,\"failureCode\":null,"
            + "\"recordingState\":null}");
    Job job = bots.getBot("1").orElseThrow();
    assertThat(job.endReason()).isNull();
    assertThat(job.failureCode()).isNull();
    assertThat(job.recordingState()).isNull();
  }

  @Test
  void verbsGoOutUnderANewKeyEachAndUnderTheCallersOwn() {
    String answer =
        "{\"jobId\":\"1\",\"verb\":\"v\",\"requestId\":\"r\",\"accepted\":true,"
            + "\"status\":\"recording\"}";
    for (int i = 0; i < 12; i++) {
      api.then(202, answer);
    }
    assertThat(bots.requestRecordingPermission("1").accepted()).isTrue();
    bots.pauseRecording("1");
    bots.resumeRecording("1");
    bots.stopRecording("1");
    bots.leaveBot("1");
    bots.sendChatMessage("1", "hello");
    bots.requestRecordingPermission("1", "own");
    bots.pauseRecording("1", "own");
    bots.resumeRecording("1", "own");
    bots.stopRecording("1", "own");
    bots.leaveBot("1", "own");
    bots.sendChatMessage("1", "hello", "own");
    assertThat(api.seen())
        .extracting(seen -> seen.header("Idempotency-Key"))
        .containsExactly(
            "key-1", "key-2", "key-3", "key-4", "key-5", "key-6", "own", "own", "own", "own", "own",
            "own");
  }

  @Test
  void anErrorIsThrownAsItIs() {
    api.then(409, "{\"error\":\"already_finished\",\"message\":\"it has ended\"}");
    assertThatThrownBy(() -> bots.cancelBot("1"))
        .isExactlyInstanceOf(MeetbotConflictException.class)
        .hasMessage("409 already_finished: it has ended");
  }

  @Test
  void pagesAreFetchedWhenTheStreamComesToThem() {
    api.then(200, Jobs.page("next", "1", "2")).then(200, Jobs.page(null, "3"));
    Stream<Job> jobs = bots.listBots(JobFilter.all().withLimit(2));
    assertThat(api.seen()).isEmpty();
    assertThat(jobs.peek(job -> checkPages(job.id())).map(Job::id)).containsExactly("1", "2", "3");
    assertThat(api.seen())
        .extracting(FakeApi.Seen::query)
        .containsExactly("limit=2", "limit=2&cursor=next");
  }

  private void checkPages(String id) {
    assertThat(api.seen()).hasSize(id.equals("3") ? 2 : 1);
  }

  @Test
  void aStreamThatIsCutOffSavesRequests() {
    api.then(200, Jobs.page("next", "1", "2"));
    assertThat(bots.listBots(JobFilter.all()).limit(2).map(Job::id)).containsExactly("1", "2");
    assertThat(api.seen()).hasSize(1);
  }

  @Test
  void aPageThatNamesItselfEndsTheStreamWithAnError() {
    api.then(200, Jobs.page("a", "1")).then(200, Jobs.page("a", "1"));
    assertThatThrownBy(() -> bots.listBots(JobFilter.all()).toList())
        .isInstanceOf(MeetbotResponseException.class);
  }

  @Test
  void emptyPagesAreTurned() {
    api.then(200, Jobs.page("a")).then(200, Jobs.page("b")).then(200, Jobs.page(null, "1"));
    assertThat(bots.listBots(JobFilter.all()).map(Job::id)).containsExactly("1");
  }

  @Test
  void aJobIsWaitedForUntilItHasEnded() {
    api.then(200, Jobs.of("1", "queued"))
        .then(503, "")
        .then(200, Jobs.of("1", "daydreaming"))
        .then(200, Jobs.of("1", "completed"));
    Job job = bots.waitFor("1", Duration.ofHours(1));
    assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(surroundings.waits())
        .containsExactly(Duration.ofSeconds(5), Duration.ofMillis(250), Duration.ofSeconds(5));
  }

  @Test
  void aJobIsWaitedForUntilItFitsOrWillNever() {
    api.then(200, Jobs.of("1", "joining")).then(200, Jobs.of("1", "in_call"));
    Job inCall =
        bots.waitFor("1", job -> job.status().equals(JobStatus.IN_CALL), Duration.ofHours(1));
    assertThat(inCall.status()).isEqualTo(JobStatus.IN_CALL);
    api.then(200, Jobs.of("1", "failed"));
    Job failed =
        bots.waitFor("1", job -> job.status().equals(JobStatus.IN_CALL), Duration.ofHours(1));
    assertThat(failed.status()).isEqualTo(JobStatus.FAILED);
  }

  @Test
  void waitingEndsInTime() {
    for (int i = 0; i < 4; i++) {
      api.then(200, Jobs.of("1", "recording"));
    }
    assertThatThrownBy(() -> bots.waitFor("1", Duration.ofSeconds(12)))
        .isExactlyInstanceOf(MeetbotTimeoutException.class)
        .hasMessageContaining("recording");
    assertThat(surroundings.waits())
        .containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(2));
    assertThat(api.isUsedUp()).isTrue();
  }

  @Test
  void aJobThatIsNotThereIsNotWaitedFor() {
    api.then(404, "{\"error\":\"not_found\"}");
    assertThatThrownBy(() -> bots.waitFor("1", Duration.ofHours(1)))
        .isInstanceOf(MeetbotNotFoundException.class);
  }

  @Test
  void aConditionThatThrowsEndsTheWait() {
    api.then(200, Jobs.of("1", "queued"));
    assertThatThrownBy(
            () ->
                bots.waitFor(
                    "1",
                    job -> {
                      throw new IllegalStateException("no");
                    },
                    Duration.ofHours(1)))
        .hasMessage("no");
  }

  @Test
  void anIdThatIsNoSegmentIsRefusedBeforeAnythingIsSent() {
    for (String id : List.of("", ".", "..")) {
      assertThatThrownBy(() -> bots.getBot(id)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> bots.downloadArtifact("1", "a/../b"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(api.seen()).isEmpty();
  }

  @Test
  void aClosedClientFailsWhatIsUnderWayAndWhatComesAfter() throws Exception {
    api.thenKeepsSilent();
    AsyncMeetBot async = AsyncMeetBot.builder().apiKey("mb_test_1").baseUrl(api.url()).buildAsync();
    CompletableFuture<?> under = async.getBot("1");
    async.close();
    async.close();
    assertThat(Kinds.failure(under)).isExactlyInstanceOf(MeetbotConnectionException.class);
    assertThat(Kinds.failure(async.getBot("1"))).isInstanceOf(IllegalStateException.class);
    assertThat(Kinds.failure(async.waitFor("1", Duration.ofHours(1))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aCancelledCallLeavesTheConnectionAndIsNotTriedAgain() {
    CompletableFuture<Void> came = new CompletableFuture<>();
    api.then(
        exchange -> {
          came.complete(null);
          api.awaitClosing();
        });
    AsyncMeetBot async = AsyncMeetBot.builder().apiKey("mb_test_1").baseUrl(api.url()).buildAsync();
    CompletableFuture<?> call = async.pauseRecording("1");
    came.join();
    call.cancel(true);
    assertThat(call).isCancelled();
    assertThat(api.seen()).hasSize(1);
    async.close();
  }

  @Test
  void anInterruptEndsACallAndStaysSet() throws Exception {
    CompletableFuture<Void> came = new CompletableFuture<>();
    api.then(
        exchange -> {
          came.complete(null);
          api.awaitClosing();
        });
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicReference<Boolean> stillSet = new AtomicReference<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                bots.getBot("1");
              } catch (RuntimeException e) {
                thrown.set(e);
                stillSet.set(Thread.currentThread().isInterrupted());
              }
            });
    caller.start();
    came.join();
    caller.interrupt();
    caller.join();
    assertThat(thrown.get()).isInstanceOf(MeetbotConnectionException.class);
    assertThat(stillSet.get()).isTrue();
  }
}
