package dev.meetbot.spi.browser;

/**
 * Whether browsers can be started.
 *
 * @param detail what is there, or one line that says what is missing and how to install it
 */
public record BrowserHealth(boolean ready, String detail) {}
