package dev.meetbot.sdk;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.function.LongConsumer;

/** Tells how many bytes there are after each bit that came. */
final class CountedBody implements BodySubscriber<Payload> {
  private final BodySubscriber<Payload> inner;
  private final LongConsumer progress;
  private long bytes;

  /**
   * Around another.
   *
   * @param before how many there were already
   */
  CountedBody(BodySubscriber<Payload> inner, long before, LongConsumer progress) {
    this.inner = inner;
    this.bytes = before;
    this.progress = progress;
  }

  @Override
  public CompletionStage<Payload> getBody() {
    return inner.getBody();
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    inner.onSubscribe(subscription);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    // counted first: writing empties the buffers
    bytes += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
    inner.onNext(buffers);
    progress.accept(bytes);
  }

  @Override
  public void onError(Throwable failure) {
    inner.onError(failure);
  }

  @Override
  public void onComplete() {
    inner.onComplete();
  }
}
