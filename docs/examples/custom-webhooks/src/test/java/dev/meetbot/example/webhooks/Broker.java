package dev.meetbot.example.webhooks;

import dev.meetbot.spi.webhook.WebhookRequest;
import dev.meetbot.spi.webhook.WebhookTransport;
import dev.meetbot.tck.WebhookReceiver;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.net.URI;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.security.AuthenticationUser;
import org.apache.activemq.security.SimpleAuthenticationPlugin;

/** A real broker in this process, and somebody who reads its queue. */
final class Broker implements WebhookReceiver {
  static final String QUEUE = "meetbot.webhooks";
  private static final String USER = "meetbot";
  private static final String PASSWORD = "only for this test";

  private final BrokerService service = new BrokerService();
  private final String url;
  private final WebhookTransport transport;
  private final Connection reader;
  private final MessageConsumer queue;

  Broker() throws Exception {
    service.setPersistent(false);
    service.setUseJmx(false);
    service.setPlugins(
        new BrokerPlugin[] {
          new SimpleAuthenticationPlugin(List.of(new AuthenticationUser(USER, PASSWORD, "users")))
        });
    url = service.addConnector("tcp://127.0.0.1:0").getConnectUri().toString();
    service.start();
    service.waitUntilStarted();
    transport = JmsTransportIT.open(Map.of("url", url, "user", USER, "password", PASSWORD));
    reader = new ActiveMQConnectionFactory(USER, PASSWORD, url).createConnection();
    reader.start();
    Session session = reader.createSession(Session.AUTO_ACKNOWLEDGE);
    queue = session.createConsumer(session.createQueue(QUEUE));
  }

  String address() {
    return url;
  }

  @Override
  public WebhookTransport transport() {
    return transport;
  }

  /** Nothing listens there: the broker is who is told. */
  @Override
  public URI url() {
    return URI.create("https://customer.example/hook?a=1&b=%20");
  }

  @Override
  public Optional<WebhookRequest> next() {
    try {
      return Optional.ofNullable((BytesMessage) queue.receiveNoWait()).map(Broker::request);
    } catch (JMSException e) {
      throw new AssertionError(e);
    }
  }

  private static WebhookRequest request(BytesMessage message) {
    try {
      byte[] body = new byte[(int) message.getBodyLength()];
      message.readBytes(body);
      Map<String, String> headers =
          Collections.list((Enumeration<?>) message.getPropertyNames()).stream()
              .map(String::valueOf)
              .filter(name -> !name.equals(JmsTransport.URL))
              .collect(Collectors.toMap(HeaderNames::toHeader, name -> property(message, name)));
      return new WebhookRequest(
          URI.create(message.getStringProperty(JmsTransport.URL)), headers, body);
    } catch (JMSException e) {
      throw new AssertionError(e);
    }
  }

  private static String property(BytesMessage message, String name) {
    try {
      return message.getStringProperty(name);
    } catch (JMSException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    try {
      transport.close();
      reader.close();
      service.stop();
      service.waitUntilStopped();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
