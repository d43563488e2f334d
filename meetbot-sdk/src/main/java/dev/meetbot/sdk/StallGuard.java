package dev.meetbot.sdk;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Ends a body of which nothing more comes although somebody wants it. A file may take as long as it
 * takes; a silent connection may not. A reader that takes its time is no fault of the connection.
 */
final class StallGuard implements BodySubscriber<Payload> {
  private final BodySubscriber<Payload> inner;
  private final Duration timeout;
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicLong wanted = new AtomicLong();
  private volatile @Nullable Subscription source;
  private volatile CompletableFuture<Void> deadline = CompletableFuture.completedFuture(null);

  private StallGuard(BodySubscriber<Payload> inner, Duration timeout) {
    this.inner = inner;
    this.timeout = timeout;
  }

  static BodyHandler<Payload> on(BodyHandler<Payload> handler, Duration timeout) {
    return info -> new StallGuard(handler.apply(info), timeout);
  }

  @Override
  public CompletionStage<Payload> getBody() {
    return inner.getBody();
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    source = subscription;
    inner.onSubscribe(
        new Subscription() {
          @Override
          public void request(long count) {
            wanted.addAndGet(Math.min(count, Integer.MAX_VALUE));
            arm();
            subscription.request(count);
          }

          @Override
          public void cancel() {
            over.set(true);
            deadline.complete(null);
            subscription.cancel();
          }
        });
  }

  private void arm() {
    deadline.complete(null);
    CompletableFuture<Void> next = new CompletableFuture<>();
    deadline = next;
    next.orTimeout(timeout.toNanos(), TimeUnit.NANOSECONDS)
        .whenComplete(
            (done, late) -> {
              if (late != null && over.compareAndSet(false, true)) {
                cancelSource();
                inner.onError(new HttpTimeoutException("nothing more within " + timeout));
              }
            });
  }

  private void cancelSource() {
    Subscription subscription = source;
    if (subscription != null) {
      subscription.cancel();
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    deadline.complete(null);
    wanted.decrementAndGet();
    if (!over.get()) {
      inner.onNext(buffers);
      if (wanted.get() > 0) {
        arm();
      }
    }
  }

  @Override
  public void onError(Throwable failure) {
    deadline.complete(null);
    if (over.compareAndSet(false, true)) {
      inner.onError(failure);
    }
  }

  @Override
  public void onComplete() {
    deadline.complete(null);
    if (over.compareAndSet(false, true)) {
      inner.onComplete();
    }
  }
}
