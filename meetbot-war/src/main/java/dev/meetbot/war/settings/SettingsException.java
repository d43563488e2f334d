package dev.meetbot.war.settings;

import java.util.List;

/** Settings that make no sense; the message names each of them on a line of its own. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SettingsException(List<String> problems) {
    super(String.join("\n", problems));
  }
}
