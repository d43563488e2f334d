package dev.meetbot.example.webhooks;

import dev.meetbot.spi.webhook.DeliveryResult;
import dev.meetbot.spi.webhook.WebhookRequest;
import dev.meetbot.spi.webhook.WebhookTransport;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Puts each webhook into a broker's queue: the body as a message of bytes, the headers as its
 * properties ({@link HeaderNames}), the address as the property {@value #URL}.
 *
 * <p>Each message has a connection of its own: a slow or broken one then holds up nobody else. A
 * message that was given up because the broker did not answer in time may have arrived all the
 * same; the engine sends it again under the same {@code webhook-id}, by which readers know it.
 */
final class JmsTransport implements WebhookTransport {
  /** The property with the webhook's address. No header becomes one of this name. */
  static final String URL = "$url";

  /** What a web server says that has taken something in order to do it later. */
  private static final int ACCEPTED = 202;

  private final ConnectionFactory broker;
  private final String queue;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "meetbot-jms");
            thread.setDaemon(true);
            // the client finds its own parts by this loader; the server's would find none
            thread.setContextClassLoader(JmsTransport.class.getClassLoader());
            return thread;
          });

  JmsTransport(ConnectionFactory broker, String queue) {
    this.broker = broker;
    this.queue = queue;
  }

  @Override
  public DeliveryResult send(WebhookRequest request, Duration timeout) {
    Future<?> sending;
    try {
      // on a thread of its own, which can be left behind: not every wait in a client has a limit
      sending =
          threads.submit(
              () -> {
                publish(request);
                return true;
              });
    } catch (RejectedExecutionException e) {
      return DeliveryResult.unreachable("the transport is closed");
    }
    try {
      sending.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
      return DeliveryResult.answered(ACCEPTED, null, "");
    } catch (TimeoutException e) {
      return DeliveryResult.unreachable(
          "the broker did not answer within " + timeout.toMillis() + " ms");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return DeliveryResult.unreachable("interrupted");
    } catch (ExecutionException e) {
      return DeliveryResult.unreachable("the broker did not take it: " + e.getCause());
    } finally {
      sending.cancel(true);
    }
  }

  private void publish(WebhookRequest request) throws JMSException {
    try (Connection connection = broker.createConnection();
        Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
        MessageProducer producer = session.createProducer(session.createQueue(queue))) {
      BytesMessage message = session.createBytesMessage();
      message.setStringProperty(URL, request.url().toString());
      for (Map.Entry<String, String> header : request.headers().entrySet()) {
        message.setStringProperty(HeaderNames.toProperty(header.getKey()), header.getValue());
      }
      message.writeBytes(request.body());
      producer.setDeliveryMode(DeliveryMode.PERSISTENT);
      producer.send(message);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
