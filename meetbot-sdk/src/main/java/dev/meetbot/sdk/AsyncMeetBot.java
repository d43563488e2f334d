package dev.meetbot.sdk;

import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The client that gives futures; {@link MeetBot} has the same methods and waits. For any number of
 * threads. No method blocks.
 *
 * <p>A future fails with a {@link MeetbotException}, whose kinds say what went wrong ({@code join}
 * wraps it), or with {@link IllegalStateException} once the client is closed. Failures that may
 * pass are tried again before, with the same idempotency key. Cancelling a future stops what is
 * under way. An id that no path can hold throws {@link IllegalArgumentException} at once.
 */
public final class AsyncMeetBot implements AutoCloseable {
  // the API answers 201 when it made a job
  private static final int KNOWN = 200;

  private final Transport transport;
  private final Requests requests;
  private final Answers answers;
  private final Sender sender;
  private final Duration pollInterval;
  private final Duration timeout;

  AsyncMeetBot(Transport transport, Requests requests, Duration timeout, Duration pollInterval) {
    this.transport = transport;
    this.requests = requests;
    this.answers = new Answers(transport.surroundings().clock());
    this.sender = new Sender(transport, requests, answers);
    this.timeout = timeout;
    this.pollInterval = pollInterval;
  }

  /** A client of the key and the server in the environment, unless told otherwise. */
  public static MeetBotBuilder builder() {
    return new MeetBotBuilder();
  }

  /** Sends a bot; a second call with the same external id gives the first one's job. */
  public CompletableFuture<Job> dispatchBot(DispatchRequest request) {
    String key = request.findIdempotencyKey().orElseGet(sender::newKey);
    return sender.model(requests.dispatch(request, key), Job.class);
  }

  /** The same, and tells whether the job is new. */
  public CompletableFuture<Dispatch> dispatch(DispatchRequest request) {
    String key = request.findIdempotencyKey().orElseGet(sender::newKey);
    return sender.withStatus(
        requests.dispatch(request, key),
        Job.class,
        (job, status) -> new Dispatch(job, status != KNOWN));
  }

  /** The job as it is now; empty when there is none of that id. */
  public CompletableFuture<Optional<Job>> getBot(String jobId) {
    return sender.found(requests.job(jobId), Job.class);
  }

  /** The first page of jobs, the newest first. */
  public CompletableFuture<JobPage> listBots(JobFilter filter) {
    return listBots(filter, null);
  }

  /**
   * A page of jobs.
   *
   * @param cursor {@link JobPage#nextCursor()} of the page before; null for the first
   */
  public CompletableFuture<JobPage> listBots(JobFilter filter, @Nullable String cursor) {
    return sender.model(requests.list(filter.query(cursor)), JobPage.class);
  }

  /** Calls the bot back; what it recorded is kept. Fails with a conflict when the job has ended. */
  public CompletableFuture<@Nullable Void> cancelBot(String jobId) {
    return sender.nothing(requests.cancel(jobId));
  }

  /** Asks the host for consent; the answer comes by webhook. */
  public CompletableFuture<VerbResult> requestRecordingPermission(String jobId) {
    return requestRecordingPermission(jobId, sender.newKey());
  }

  /** The same, under the caller's own key against doubles. */
  public CompletableFuture<VerbResult> requestRecordingPermission(
      String jobId, String idempotencyKey) {
    return verb(jobId, "request-recording-permission", idempotencyKey);
  }

  /** Pauses the recording; again it does nothing. */
  public CompletableFuture<VerbResult> pauseRecording(String jobId) {
    return pauseRecording(jobId, sender.newKey());
  }

  /** The same, under the caller's own key against doubles. */
  public CompletableFuture<VerbResult> pauseRecording(String jobId, String idempotencyKey) {
    return verb(jobId, "pause-recording", idempotencyKey);
  }

  /** Starts the recording, or goes on with it; again it does nothing. */
  public CompletableFuture<VerbResult> resumeRecording(String jobId) {
    return resumeRecording(jobId, sender.newKey());
  }

  /** The same, under the caller's own key against doubles. */
  public CompletableFuture<VerbResult> resumeRecording(String jobId, String idempotencyKey) {
    return verb(jobId, "resume-recording", idempotencyKey);
  }

  /** Ends the recording and stays in the call; again it does nothing. */
  public CompletableFuture<VerbResult> stopRecording(String jobId) {
    return stopRecording(jobId, sender.newKey());
  }

  /** The same, under the caller's own key against doubles. */
  public CompletableFuture<VerbResult> stopRecording(String jobId, String idempotencyKey) {
    return verb(jobId, "stop-recording", idempotencyKey);
  }

  /** Leaves the call; what was recorded is made ready. Again it does nothing. */
  public CompletableFuture<VerbResult> leaveBot(String jobId) {
    return leaveBot(jobId, sender.newKey());
  }

  /** The same, under the caller's own key against doubles. */
  public CompletableFuture<VerbResult> leaveBot(String jobId, String idempotencyKey) {
    return verb(jobId, "leave-call", idempotencyKey);
  }

  /** Writes into the meeting's chat; each call writes once. */
  public CompletableFuture<VerbResult> sendChatMessage(String jobId, String message) {
    return sendChatMessage(jobId, message, sender.newKey());
  }

  /** The same, under the caller's own key against doubles. */
  public CompletableFuture<VerbResult> sendChatMessage(
      String jobId, String message, String idempotencyKey) {
    return sender.model(requests.chat(jobId, message, idempotencyKey), VerbResult.class);
  }

  /** What was recorded; fails with {@link MeetbotNotFoundException} until it is written. */
  public CompletableFuture<Manifest> manifest(String jobId) {
    return sender.model(requests.manifest(jobId), Manifest.class);
  }

  /**
   * Fetches a file. It grows beside the target under its name with {@code .part}, and takes the
   * target's place, and that of a file there, when it is whole. Where the manifest knows the file,
   * its SHA-256 is checked, and a part of an earlier call is gone on with.
   *
   * @param name as the manifest names it
   * @return the target
   */
  public CompletableFuture<Path> downloadArtifact(String jobId, String name, Path target) {
    return downloadArtifact(jobId, name, target, bytes -> {});
  }

  /**
   * The same, telling how far it is.
   *
   * @param progress gets the number of bytes that are there after each bit that came; called on
   *     threads of the client, one at a time, and must not block
   */
  public CompletableFuture<Path> downloadArtifact(
      String jobId, String name, Path target, LongConsumer progress) {
    requests.artifact(jobId, name, 0);
    return new Download(transport, requests, answers, timeout, jobId, name, target, progress)
        .start(manifest(jobId));
  }

  /**
   * A file's bytes as they come, unchecked; to be closed by the caller. Reading fails when nothing
   * comes for the client's timeout.
   *
   * @param name as the manifest names it
   */
  public CompletableFuture<InputStream> downloadArtifact(String jobId, String name) {
    HttpRequest request = requests.artifact(jobId, name, 0);
    return transport.call(
        new Call<>(
            () -> request,
            StallGuard.on(Payload.coming(), timeout),
            false,
            answer -> answers.success(answer).stream()));
  }

  /** Deletes a job's files for good; the job stays. A conflict while they are still written. */
  public CompletableFuture<@Nullable Void> deleteArtifacts(String jobId) {
    return sender.nothing(requests.deleteArtifacts(jobId));
  }

  /**
   * Has another view of the call made of its kept tracks. Again it tells how that view stands, and
   * makes nothing new.
   */
  public CompletableFuture<Composition> composeView(String jobId, ViewRequest view) {
    return composeView(jobId, view, sender.newKey());
  }

  /** The same, under the caller's own key against doubles. */
  public CompletableFuture<Composition> composeView(
      String jobId, ViewRequest view, String idempotencyKey) {
    return sender.model(requests.composition(jobId, view, idempotencyKey), Composition.class);
  }

  /** Waits until the job has ended; see the longer form. */
  public CompletableFuture<Job> waitFor(String jobId, Duration atMost) {
    return waitFor(jobId, Job::hasEnded, atMost);
  }

  /**
   * Asks for the job again and again, as often as the client's poll interval says.
   *
   * @return the first that fits, or that has ended, since nothing changes after that; fails with
   *     {@link MeetbotTimeoutException} when that takes longer than asked for, and with {@link
   *     MeetbotNotFoundException} when there is no such job
   */
  public CompletableFuture<Job> waitFor(String jobId, Predicate<Job> until, Duration atMost) {
    Function<Job, Boolean> enough = job -> until.test(job) || job.hasEnded();
    return new JobWait(
            transport, () -> sender.model(requests.job(jobId), Job.class), enough, pollInterval)
        .start(atMost);
  }

  /** The tenant's keys. */
  public AsyncKeysClient keys() {
    return new AsyncKeysClient(sender);
  }

  /** Webhooks: what became of them, tests, the signing secret. */
  public AsyncWebhooksClient webhooks() {
    return new AsyncWebhooksClient(sender);
  }

  /** The tenant itself, and its credit. */
  public AsyncAccountClient account() {
    return new AsyncAccountClient(sender);
  }

  /** Ends all that is under way; later calls fail. Again it does nothing. */
  @Override
  public void close() {
    transport.close();
  }

  private CompletableFuture<VerbResult> verb(String jobId, String verb, String key) {
    return sender.model(requests.verb(jobId, verb, key), VerbResult.class);
  }
}
