package dev.meetbot.sdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a file into a part beside its target. A part is gone on with only where the manifest's
 * SHA-256 can tell in the end whether both halves are of the same file.
 */
final class Download {
  private final Transport transport;
  private final Requests requests;
  private final Answers answers;
  private final Duration timeout;
  private final String jobId;
  private final String name;
  private final Path target;
  private final Path part;
  private final LongConsumer progress;
  private final CompletableFuture<Path> result = new CompletableFuture<>();

  Download(
      Transport transport,
      Requests requests,
      Answers answers,
      Duration timeout,
      String jobId,
      String name,
      Path target,
      LongConsumer progress) {
    this.transport = transport;
    this.requests = requests;
    this.answers = answers;
    this.timeout = timeout;
    this.jobId = jobId;
    this.name = name;
    this.target = target.toAbsolutePath();
    this.progress = progress;
    this.part = this.target.resolveSibling(target.getFileName() + ".part");
  }

  CompletableFuture<Path> start(CompletableFuture<Manifest> manifest) {
    transport.track(result);
    result.whenComplete((done, failure) -> manifest.cancel(true));
    manifest.whenComplete((known, failure) -> step(() -> begin(known, failure)));
    return result;
  }

  private void begin(@Nullable Manifest manifest, @Nullable Throwable failure) throws IOException {
    if (manifest == null && !(failure instanceof MeetbotNotFoundException)) {
      throw new CompletionException(failure);
    }
    if (!Files.isDirectory(target.getParent())) {
      throw new NoSuchFileException(target.getParent().toString());
    }
    FileCheck check =
        new FileCheck(
            part, Optional.ofNullable(manifest).flatMap(all -> all.findFile(name)).orElse(null));
    fetch(check, check.dropUseless() > 0);
  }

  private void fetch(FileCheck check, boolean resumed) throws IOException {
    if (resumed && check.isComplete()) {
      finish(check, true);
      return;
    }
    CompletableFuture<Payload> fetched =
        transport.call(
            new Call<>(
                () -> requests.artifact(jobId, name, check.resumableBytes()),
                StallGuard.on(into(check), timeout),
                false,
                answers::success));
    result.whenComplete((done, failure) -> fetched.cancel(true));
    fetched.whenComplete(
        (done, failure) ->
            step(
                () -> {
                  if (failure != null) {
                    throw new CompletionException(failure);
                  }
                  finish(check, resumed);
                }));
  }

  private void finish(FileCheck check, boolean resumed) throws IOException {
    if (check.isRight()) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      result.complete(target);
      return;
    }
    Files.delete(part);
    if (!resumed) {
      throw new MeetbotResponseException("the SHA-256 of " + name + " is not the manifest's", null);
    }
    // the part of the earlier call may be to blame
    fetch(check, false);
  }

  private BodyHandler<Payload> into(FileCheck check) {
    return info ->
        switch (info.statusCode()) {
          case 200 -> file(0, StandardOpenOption.TRUNCATE_EXISTING);
          case 206 -> {
            if (!goesOnAt(check.resumableBytes(), info)) {
              throw new MeetbotResponseException("another range was sent than was asked for", null);
            }
            yield file(check.resumableBytes(), StandardOpenOption.APPEND);
          }
          default -> Payload.whole().apply(info);
        };
  }

  private static boolean goesOnAt(long offset, ResponseInfo info) {
    return info.headers()
        .firstValue("Content-Range")
        .filter(range -> range.startsWith("bytes " + offset + "-"))
        .isPresent();
  }

  private BodySubscriber<Payload> file(long before, OpenOption how) {
    BodySubscriber<Payload> stored =
        BodySubscribers.mapping(
            BodySubscribers.ofFile(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how),
            written -> Payload.of(new byte[0]));
    return new CountedBody(stored, before, progress);
  }

  private interface Step {
    void run() throws IOException;
  }

  private void step(Step step) {
    try {
      if (!result.isDone()) {
        step.run();
      }
    } catch (CompletionException e) {
      result.completeExceptionally(e.getCause());
    } catch (IOException e) {
      result.completeExceptionally(new UncheckedIOException(e));
    } catch (RuntimeException | Error e) {
      result.completeExceptionally(e);
    }
  }
}
