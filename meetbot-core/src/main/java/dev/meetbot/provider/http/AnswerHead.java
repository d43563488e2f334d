package dev.meetbot.provider.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes the start of an answer's body and cancels the rest. What came so far can be asked for at
 * any time, since a body may never end.
 */
final class AnswerHead
    implements HttpResponse.BodyHandler<String>, HttpResponse.BodySubscriber<String> {
  private static final int LIMIT = 4096;

  private final BooleanSupplier admitted;
  private final CompletableFuture<String> body = new CompletableFuture<>();
  private final ByteArrayOutputStream head = new ByteArrayOutputStream();
  private HttpResponse.@Nullable ResponseInfo info;
  private Flow.@Nullable Subscription subscription;

  /**
   * @param admitted asked once, when status and headers are there: an answer that is not admitted
   *     counts as none
   */
  AnswerHead(BooleanSupplier admitted) {
    this.admitted = admitted;
  }

  @Override
  public HttpResponse.BodySubscriber<String> apply(HttpResponse.ResponseInfo answer) {
    // asked without holding the lock: it may block
    if (admitted.getAsBoolean()) {
      synchronized (this) {
        info = answer;
      }
    }
    return this;
  }

  /** Status and headers; null when there was no answer yet, or none that was admitted. */
  synchronized HttpResponse.@Nullable ResponseInfo info() {
    return info;
  }

  /** What came so far. A NUL, which some databases cannot store, becomes a replacement mark. */
  synchronized String text() {
    return head.toString(StandardCharsets.UTF_8).replace('\0', '\ufffd');
  }

  @Override
  public CompletionStage<String> getBody() {
    return body;
  }

  @Override
  public synchronized void onSubscribe(Flow.Subscription newSubscription) {
    subscription = newSubscription;
    newSubscription.request(1);
  }

  @Override
  public synchronized void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      byte[] bytes = new byte[Math.min(buffer.remaining(), LIMIT - head.size())];
      buffer.get(bytes);
      head.writeBytes(bytes);
    }
    if (subscription == null) {
      return;
    }
    if (head.size() < LIMIT) {
      subscription.request(1);
    } else {
      subscription.cancel();
      body.complete(text());
    }
  }

  @Override
  public void onError(Throwable thrown) {
    // the status is known: half a body is no reason to forget it
    body.complete(text());
  }

  @Override
  public void onComplete() {
    body.complete(text());
  }
}
