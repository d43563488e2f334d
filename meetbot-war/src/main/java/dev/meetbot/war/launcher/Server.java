package dev.meetbot.war.launcher;

/** What {@link Main} needs of a server, without a word about which one it is. */
public interface Server {
  /** Takes the port and returns it; nothing is served yet. */
  int bind() throws StartException;

  /** Starts the application; returns when it answers. */
  void start() throws StartException;

  /** Stops the application, then the server. */
  void stop() throws Exception;
}
