package dev.meetbot.engine;

/** Whether the engine can do its work now; each text is {@code ok} or says what is wrong. */
public record Readiness(String database, String storage, String browser, String ffmpeg) {
  /** The text of a part that works. */
  public static final String OK = "ok";

  public boolean ready() {
    return database.equals(OK) && storage.equals(OK) && browser.equals(OK) && ffmpeg.equals(OK);
  }
}
