package dev.meetbot.provider.http;

import dev.meetbot.spi.webhook.DeliveryResult;
import dev.meetbot.spi.webhook.WebhookRequest;
import dev.meetbot.spi.webhook.WebhookTransport;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;

/**
 * Sends webhooks by Apache HttpClient over HTTP/1.1, each on a connection of its own, without
 * following redirects.
 *
 * <p>The target's name is looked up and checked when the connection is made, and the connection
 * goes to exactly the addresses that were checked: a DNS answer that changes between two look-ups
 * changes nothing. The timeout holds for the whole attempt, look-up and answer included.
 */
public final class HttpWebhookTransport implements WebhookTransport {
  private final GuardedResolver resolver;
  private final CloseableHttpClient client;
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
    this(policy, userAgent, defaultTls());
  }

  /**
   * @param tls whom to trust, instead of the JVM's own certificate authorities
   */
  public HttpWebhookTransport(AddressPolicy policy, String userAgent, SSLContext tls) {
    this(
        new GuardedResolver(policy, InetAddress::getAllByName), userAgent, tls, Wire::directSocket);
  }

  /** For tests that play the DNS, or want to see what is connected to. */
  HttpWebhookTransport(
      GuardedResolver resolver, String userAgent, SSLContext tls, Supplier<Socket> sockets) {
    this.resolver = resolver;
    client = Wire.client(resolver, tls, userAgent, sockets);
  }

  private static String version() {
    String version = HttpWebhookTransport.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }

  private static SSLContext defaultTls() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
  }

  @Override
  public Optional<String> refusal(URI url) {
    String scheme = url.getScheme();
    boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
    if (!web || url.getHost() == null) {
      return Optional.of("the target is refused: not an http(s) URL with a plain host");
    }
    if (url.getRawUserInfo() != null) {
      return Optional.of("the target is refused: it holds a user name or password");
    }
    try {
      resolver.checkWithoutLookup(url.getHost());
      return Optional.empty();
    } catch (RefusedAddressException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public DeliveryResult send(WebhookRequest request, Duration timeout) {
    Optional<String> refusal = refusal(request.url());
    if (refusal.isPresent()) {
      return DeliveryResult.unreachable(refusal.get());
    }
    Exchange exchange = new Exchange(client, request, timeout);
    // a thread of its own, because looking up a name cannot be bounded in time
    Future<DeliveryResult> result;
    try {
      result = threads.submit(exchange::run);
    } catch (RejectedExecutionException e) {
      return DeliveryResult.unreachable("the transport is closed");
    }
    try {
      return result.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      DeliveryResult cut = exchange.cut("no answer within " + timeout.toMillis() + " ms");
      result.cancel(true);
      return cut;
    } catch (InterruptedException e) {
      exchange.cut("interrupted");
      result.cancel(true);
      Thread.currentThread().interrupt();
      return DeliveryResult.unreachable("interrupted");
    } catch (ExecutionException e) {
      return exchange.cut(String.valueOf(e.getCause()));
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
    try {
      // a look-up that hangs is not waited for: its thread ends by itself
      if (!threads.awaitTermination(1, TimeUnit.SECONDS)) {
        System.getLogger(HttpWebhookTransport.class.getName())
            .log(System.Logger.Level.DEBUG, "an attempt is still under way");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
