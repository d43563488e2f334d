package dev.meetbot.provider.http;

import dev.meetbot.spi.webhook.DeliveryResult;
import dev.meetbot.spi.webhook.WebhookRequest;
import dev.meetbot.spi.webhook.WebhookTransport;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends webhooks by the JDK's HTTP client, over HTTP/1.1 and without following redirects.
 *
 * <p>Every address of the target's name is checked before the connection and once more when an
 * answer comes. The client looks the name up by itself in between; it gets the addresses that were
 * checked because the JVM keeps them (security property {@code networkaddress.cache.ttl}, 30 s
 * unless set: do not set it to 0). When they changed all the same, the answer is thrown away.
 */
public final class HttpWebhookTransport implements WebhookTransport {
  private final AddressPolicy policy;
  private final String userAgent;
  private final HttpClient client;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "meetbot-webhook");
            thread.setDaemon(true);
            return thread;
          });

  /** A transport that calls itself {@code meetbot} with the version of its jar. */
  public HttpWebhookTransport(AddressPolicy policy) {
    this(policy, "meetbot/" + version());
  }

  /**
   * @param userAgent what receivers see as {@code User-Agent}
   */
  public HttpWebhookTransport(AddressPolicy policy, String userAgent) {
    this.policy = policy;
    this.userAgent = userAgent;
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(threads)
            .build();
  }

  private static String version() {
    String version = HttpWebhookTransport.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }

  @Override
  public DeliveryResult send(WebhookRequest request, Duration timeout) {
    AnswerHead answer = new AnswerHead(() -> allowed(request.url()));
    // a thread of its own, because looking up a name cannot be bounded in time
    Callable<DeliveryResult> exchange = () -> exchange(request, timeout, answer);
    Future<DeliveryResult> result;
    try {
      result = threads.submit(exchange);
    } catch (RejectedExecutionException e) {
      return DeliveryResult.unreachable("the transport is closed");
    }
    try {
      return result.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      result.cancel(true);
      return soFar(answer, "no answer within " + timeout.toMillis() + " ms");
    } catch (InterruptedException e) {
      result.cancel(true);
      Thread.currentThread().interrupt();
      return DeliveryResult.unreachable("interrupted");
    } catch (ExecutionException e) {
      return soFar(answer, describe(e.getCause(), request.url()));
    }
  }

  private DeliveryResult exchange(WebhookRequest request, Duration timeout, AnswerHead answer)
      throws IOException, InterruptedException, RefusedAddressException {
    HttpRequest.Builder message =
        HttpRequest.newBuilder(request.url())
            .timeout(timeout)
            .POST(HttpRequest.BodyPublishers.ofByteArray(request.body()));
    request.headers().forEach(message::setHeader);
    message.setHeader("User-Agent", userAgent);

    checkAddresses(request.url());
    HttpResponse<String> response = client.send(message.build(), answer);
    if (answer.info() == null) {
      throw new IOException("the answer came from an address that is refused");
    }
    return DeliveryResult.answered(response.statusCode(), retryAfter(response), response.body());
  }

  private void checkAddresses(URI url) throws UnknownHostException, RefusedAddressException {
    for (InetAddress address : InetAddress.getAllByName(url.getHost())) {
      policy.check(address);
    }
  }

  private boolean allowed(URI url) {
    try {
      checkAddresses(url);
      return true;
    } catch (UnknownHostException | RefusedAddressException e) {
      return false;
    }
  }

  private static @Nullable String retryAfter(HttpResponse<?> response) {
    return response.headers().firstValue("Retry-After").orElse(null);
  }

  /** An answer whose body did not end in time is an answer; without one there is the error. */
  private static DeliveryResult soFar(AnswerHead answer, String error) {
    HttpResponse.ResponseInfo info = answer.info();
    return info == null
        ? DeliveryResult.unreachable(error)
        : DeliveryResult.answered(
            info.statusCode(),
            info.headers().firstValue("Retry-After").orElse(null),
            answer.text());
  }

  private static String describe(@Nullable Throwable cause, URI url) {
    if (cause instanceof UnknownHostException) {
      return "unknown host " + url.getHost();
    }
    if (cause instanceof ConnectException) {
      return "could not connect to " + url.getHost();
    }
    String message = cause == null ? null : cause.getMessage();
    return message == null ? String.valueOf(cause) : message;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
