package dev.meetbot.spi.webhook;

import dev.meetbot.spi.plugin.Plugin;

/** A webhook transport that a server finds by {@link java.util.ServiceLoader}. */
public interface WebhookTransportPlugin extends Plugin<WebhookTransport> {}
