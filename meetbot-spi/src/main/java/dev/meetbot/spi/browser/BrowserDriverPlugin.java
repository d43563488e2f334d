package dev.meetbot.spi.browser;

import dev.meetbot.spi.plugin.Plugin;

/** A browser driver that a server finds by {@link java.util.ServiceLoader}. */
public interface BrowserDriverPlugin extends Plugin<BrowserDriver> {}
