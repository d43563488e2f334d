package dev.meetbot.spi.plugin;

/** A setting of a plugin is missing or makes no sense; the message names it and never its value. */
public final class PluginSettingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PluginSettingException(String message) {
    super(message);
  }
}
