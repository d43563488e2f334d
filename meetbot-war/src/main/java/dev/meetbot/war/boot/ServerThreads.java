package dev.meetbot.war.boot;

import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * The threads that a server with Jakarta Concurrency makes for applications: they have the
 * application's class loader and name space, and the server knows whose they are.
 */
final class ServerThreads {
  private static final String NAME = "java:comp/DefaultManagedThreadFactory";

  private ServerThreads() {}

  /**
   * The server's factory; empty where there is none, as on Tomcat and with the launcher. To be
   * called on a thread of the application, such as that of its listener.
   */
  static Optional<ThreadFactory> find() {
    try {
      // by its plain type: the interface of Jakarta Concurrency is not there on every server
      return new InitialContext().lookup(NAME) instanceof ThreadFactory factory
          ? Optional.of(factory)
          : Optional.empty();
    } catch (NamingException e) {
      return Optional.empty();
    }
  }
}
