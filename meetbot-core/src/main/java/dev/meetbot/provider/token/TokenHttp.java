package dev.meetbot.provider.token;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;

/**
 * One POST to an address that the operator chose: no redirects, cookies or retries, an answer of
 * bounded size, within a time that holds for all of it. Thread-safe.
 */
final class TokenHttp implements AutoCloseable {
  private static final int MAX_ANSWER = 64 * 1024;

  private final CloseableHttpClient client =
      HttpClientBuilder.create()
          .setUserAgent("meetbot")
          .setConnectionReuseStrategy((request, response, context) -> false)
          .disableRedirectHandling()
          .disableCookieManagement()
          .disableAuthCaching()
          .disableAutomaticRetries()
          .disableContentCompression()
          .build();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "meetbot-token");
            thread.setDaemon(true);
            return thread;
          });
  private final Duration timeout;

  TokenHttp(Duration timeout) {
    this.timeout = timeout;
  }

  /** What came back; its text leaves the body out. */
  record Answer(int status, String body) {
    @Override
    public String toString() {
      return "Answer[" + status + "]";
    }
  }

  /**
   * Sends it and waits.
   *
   * @throws IOException when there is no answer; its message holds nothing of what was sent
   */
  Answer post(URI url, Map<String, String> headers, byte[] body) throws IOException {
    HttpPost request = new HttpPost(url);
    headers.forEach(request::setHeader);
    request.setEntity(new ByteArrayEntity(body, null));
    Future<Answer> answer;
    try {
      // a thread of its own, because looking up a name cannot be bounded in time
      answer = threads.submit(() -> client.execute(request, TokenHttp::read));
    } catch (RejectedExecutionException e) {
      throw new IOException("the source is closed", e);
    }
    try {
      return answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new IOException("no answer within " + timeout.toMillis() + " ms", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException e) {
      throw new IOException("no answer: " + e.getCause().getClass().getSimpleName(), e);
    } finally {
      request.abort();
      answer.cancel(true);
    }
  }

  private static Answer read(ClassicHttpResponse response) throws IOException {
    if (response.getEntity() == null) {
      return new Answer(response.getCode(), "");
    }
    try (InputStream in = response.getEntity().getContent()) {
      byte[] bytes = in.readNBytes(MAX_ANSWER + 1);
      if (bytes.length > MAX_ANSWER) {
        throw new AnswerTooLongException();
      }
      return new Answer(response.getCode(), new String(bytes, StandardCharsets.UTF_8));
    }
  }

  private static final class AnswerTooLongException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }
}
