package dev.meetbot.sdk;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The client that waits for its answers; {@link AsyncMeetBot} has the same methods and gives
 * futures. For any number of threads.
 *
 * <p>Every method throws a {@link MeetbotException}, whose kinds say what went wrong, and {@link
 * IllegalStateException} once the client is closed. Failures that may pass are tried again before,
 * with the same idempotency key. An interrupt ends a call with a {@link MeetbotConnectionException}
 * and stays set.
 *
 * <pre>{@code
 * try (MeetBot bots = MeetBot.builder().build()) {
 *   Job job = bots.dispatchBot(DispatchRequest.builder("lesson-1", url).build());
 *   Job ended = bots.waitFor(job.id(), Duration.ofHours(3));
 * }
 * }</pre>
 */
public final class MeetBot implements AutoCloseable {
  private final AsyncMeetBot async;

  MeetBot(AsyncMeetBot async) {
    this.async = async;
  }

  /** A client of the key and the server in the environment, unless told otherwise. */
  public static MeetBotBuilder builder() {
    return new MeetBotBuilder();
  }

  /** Sends a bot; a second call with the same external id gives the first one's job. */
  public Job dispatchBot(DispatchRequest request) {
    return dispatch(request).job();
  }

  /** The same, and tells whether the job is new. */
  public Dispatch dispatch(DispatchRequest request) {
    return Await.result(async.dispatch(request));
  }

  /** The job as it is now; empty when there is none of that id. */
  public Optional<Job> getBot(String jobId) {
    return Await.result(async.getBot(jobId));
  }

  /**
   * Jobs, the newest first. A page is fetched when the stream comes to it, so that {@code limit}
   * and {@code takeWhile} save requests; its errors are thrown there.
   */
  public Stream<Job> listBots(JobFilter filter) {
    return Pages.stream(
        cursor -> {
          JobPage page = Await.result(async.listBots(filter, cursor));
          return new Pages.Page<>(page.jobs(), page.nextCursor());
        });
  }

  /**
   * Calls the bot back; what it recorded is kept.
   *
   * @throws MeetbotConflictException when the job has ended
   */
  public void cancelBot(String jobId) {
    Await.result(async.cancelBot(jobId));
  }

  /** Asks the host for consent; the answer comes by webhook. */
  public VerbResult requestRecordingPermission(String jobId) {
    return Await.result(async.requestRecordingPermission(jobId));
  }

  /** The same, under the caller's own key against doubles. */
  public VerbResult requestRecordingPermission(String jobId, String idempotencyKey) {
    return Await.result(async.requestRecordingPermission(jobId, idempotencyKey));
  }

  /** Pauses the recording; again it does nothing. */
  public VerbResult pauseRecording(String jobId) {
    return Await.result(async.pauseRecording(jobId));
  }

  /** The same, under the caller's own key against doubles. */
  public VerbResult pauseRecording(String jobId, String idempotencyKey) {
    return Await.result(async.pauseRecording(jobId, idempotencyKey));
  }

  /** Starts the recording, or goes on with it; again it does nothing. */
  public VerbResult resumeRecording(String jobId) {
    return Await.result(async.resumeRecording(jobId));
  }

  /** The same, under the caller's own key against doubles. */
  public VerbResult resumeRecording(String jobId, String idempotencyKey) {
    return Await.result(async.resumeRecording(jobId, idempotencyKey));
  }

  /** Ends the recording and stays in the call; again it does nothing. */
  public VerbResult stopRecording(String jobId) {
    return Await.result(async.stopRecording(jobId));
  }

  /** The same, under the caller's own key against doubles. */
  public VerbResult stopRecording(String jobId, String idempotencyKey) {
    return Await.result(async.stopRecording(jobId, idempotencyKey));
  }

  /** Leaves the call; what was recorded is made ready. Again it does nothing. */
  public VerbResult leaveBot(String jobId) {
    return Await.result(async.leaveBot(jobId));
  }

  /** The same, under the caller's own key against doubles. */
  public VerbResult leaveBot(String jobId, String idempotencyKey) {
    return Await.result(async.leaveBot(jobId, idempotencyKey));
  }

  /** Writes into the meeting's chat; each call writes once. */
  public VerbResult sendChatMessage(String jobId, String message) {
    return Await.result(async.sendChatMessage(jobId, message));
  }

  /** The same, under the caller's own key against doubles. */
  public VerbResult sendChatMessage(String jobId, String message, String idempotencyKey) {
    return Await.result(async.sendChatMessage(jobId, message, idempotencyKey));
  }

  /**
   * What was recorded.
   *
   * @throws MeetbotNotFoundException until it is written
   */
  public Manifest manifest(String jobId) {
    return Await.result(async.manifest(jobId));
  }

  /**
   * Fetches a file. It grows beside the target under its name with {@code .part}, and takes the
   * target's place, and that of a file there, when it is whole. Where the manifest knows the file,
   * its SHA-256 is checked, and a part of an earlier call is gone on with.
   *
   * @param name as the manifest names it
   * @return the target
   * @throws MeetbotResponseException when the bytes are not the manifest's
   * @throws java.io.UncheckedIOException when they cannot be stored
   */
  public Path downloadArtifact(String jobId, String name, Path target) {
    return Await.result(async.downloadArtifact(jobId, name, target));
  }

  /**
   * The same, telling how far it is.
   *
   * @param progress gets the number of bytes that are there after each bit that came; called on
   *     threads of the client, one at a time, and must not block
   */
  public Path downloadArtifact(String jobId, String name, Path target, LongConsumer progress) {
    return Await.result(async.downloadArtifact(jobId, name, target, progress));
  }

  /**
   * A file's bytes as they come, unchecked; to be closed by the caller. Reading fails when nothing
   * comes for the client's timeout.
   *
   * @param name as the manifest names it
   */
  public InputStream downloadArtifact(String jobId, String name) {
    return Await.result(async.downloadArtifact(jobId, name));
  }

  /**
   * Deletes a job's files for good; the job stays.
   *
   * @throws MeetbotConflictException while they are still being written
   */
  public void deleteArtifacts(String jobId) {
    Await.result(async.deleteArtifacts(jobId));
  }

  /**
   * Has another view of the call made of its kept tracks. Again it tells how that view stands, and
   * makes nothing new.
   *
   * @throws MeetbotConflictException when there is no finished recording
   */
  public Composition composeView(String jobId, ViewRequest view) {
    return Await.result(async.composeView(jobId, view));
  }

  /** The same, under the caller's own key against doubles. */
  public Composition composeView(String jobId, ViewRequest view, String idempotencyKey) {
    return Await.result(async.composeView(jobId, view, idempotencyKey));
  }

  /** Waits until the job has ended; see the longer form. */
  public Job waitFor(String jobId, Duration atMost) {
    return Await.result(async.waitFor(jobId, atMost));
  }

  /**
   * Asks for the job again and again, as often as the client's poll interval says.
   *
   * @return the first that fits, or that has ended, since nothing changes after that
   * @throws MeetbotTimeoutException when that takes longer than asked for
   * @throws MeetbotNotFoundException when there is no such job
   */
  public Job waitFor(String jobId, Predicate<Job> until, Duration atMost) {
    return Await.result(async.waitFor(jobId, until, atMost));
  }

  /** The tenant's keys. */
  public KeysClient keys() {
    return new KeysClient(async.keys());
  }

  /** Webhooks: what became of them, tests, the signing secret. */
  public WebhooksClient webhooks() {
    return new WebhooksClient(async.webhooks());
  }

  /** The tenant itself, and its credit. */
  public AccountClient account() {
    return new AccountClient(async.account());
  }

  /** Ends all that is under way; later calls fail. Again it does nothing. */
  @Override
  public void close() {
    async.close();
  }
}
