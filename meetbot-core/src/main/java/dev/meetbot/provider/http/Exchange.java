package dev.meetbot.provider.http;

import dev.meetbot.spi.webhook.DeliveryResult;
import dev.meetbot.spi.webhook.WebhookRequest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** One request and its answer; may be cut off from another thread at any time. */
final class Exchange {
  private final CloseableHttpClient client;
  private final URI url;
  private final HttpPost request;
  private final AnswerHead answer = new AnswerHead();

  Exchange(CloseableHttpClient client, WebhookRequest message, Duration timeout) {
    this.client = client;
    url = message.url();
    request = new HttpPost(url);
    request.setConfig(Wire.config(timeout));
    message.headers().forEach(request::setHeader);
    request.setEntity(new ByteArrayEntity(message.body(), null));
  }

  /** Sends and waits for the answer; blocks until it is there, or cut off. */
  DeliveryResult run() {
    try (ClassicHttpResponse response = client.executeOpen(Wire.target(url), request, null)) {
      answer.read(response);
      // closed, not finished: the rest of the answer may be endless
      request.abort();
      return answer.orElse("");
    } catch (IOException | RuntimeException e) {
      return answer.orElse(describe(e));
    }
  }

  /** Ends the exchange at once, whatever it waits for. */
  DeliveryResult cut(String reason) {
    request.abort();
    return answer.orElse(reason);
  }

  private String describe(Exception e) {
    if (e instanceof RefusedAddressException) {
      return String.valueOf(e.getMessage());
    }
    if (e instanceof UnknownHostException) {
      return "unknown host " + url.getHost();
    }
    if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
      return "could not connect to " + url.getHost();
    }
    if (e instanceof SSLException) {
      return "no trusted TLS connection to " + url.getHost() + ": " + e.getMessage();
    }
    if (e instanceof NoHttpResponseException || e instanceof SocketException) {
      return "the connection was closed without an answer";
    }
    if (e instanceof InterruptedIOException) {
      return "no answer in time";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
