package dev.meetbot.war.launcher;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.core.StandardContext;

/** Keeps what Tomcat logs about a start from hiding what the person who started it must read. */
final class EmbeddedTomcatLog {
  private static final String PROTOCOL = "org.apache.coyote.http11.Http11NioProtocol";

  /** Held here: a logger that nobody holds forgets its settings. */
  private final List<Logger> loggers;

  /**
   * @param explained whether the application itself has said why it does not start; Tomcat's stack
   *     traces about it are dropped then
   */
  EmbeddedTomcatLog(StandardContext app, BooleanSupplier explained) {
    Logger protocol = Logger.getLogger(PROTOCOL);
    if (protocol.getLevel() == null) {
      protocol.setLevel(Level.WARNING);
    }
    Logger ofApp = Logger.getLogger(app.getLogName());
    Logger ofContexts = Logger.getLogger(StandardContext.class.getName());
    ofApp.setFilter(entry -> !explained.getAsBoolean());
    ofContexts.setFilter(entry -> !explained.getAsBoolean());
    loggers = List.of(protocol, ofApp, ofContexts);
  }

  @Override
  public String toString() {
    return "EmbeddedTomcatLog" + loggers;
  }
}
