package dev.meetbot.example.webhooks;

import dev.meetbot.spi.plugin.PluginSettingException;
import dev.meetbot.spi.plugin.PluginSettings;
import dev.meetbot.spi.webhook.WebhookTransport;
import dev.meetbot.spi.webhook.WebhookTransportPlugin;
import org.apache.activemq.ActiveMQConnectionFactory;

/**
 * {@code meetbot.webhook.provider=jms}; the settings {@code url}, {@code queue}, {@code user} and
 * {@code password} tell of the broker.
 */
public final class JmsPlugin implements WebhookTransportPlugin {
  @Override
  public String id() {
    return "jms";
  }

  /** Does not look whether the broker is there: it may come later, and messages wait for it. */
  @Override
  public WebhookTransport open(PluginSettings settings) {
    ActiveMQConnectionFactory broker;
    try {
      broker = new ActiveMQConnectionFactory(settings.require("url"));
    } catch (IllegalArgumentException e) {
      throw new PluginSettingException(
          "setting " + settings.prefix() + "url is not the address of a broker");
    }
    settings.find("user").ifPresent(broker::setUserName);
    settings.find("password").ifPresent(broker::setPassword);
    // a message counts when the broker has it, not when it is on its way
    broker.setAlwaysSyncSend(true);
    return new JmsTransport(broker, settings.find("queue").orElse("meetbot.webhooks"));
  }
}
