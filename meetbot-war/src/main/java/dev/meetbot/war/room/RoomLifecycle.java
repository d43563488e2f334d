package dev.meetbot.war.room;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.jspecify.annotations.Nullable;

/** Starts and stops the rooms with the web application. */
public final class RoomLifecycle implements ServletContextListener {
  private @Nullable RoomServer server;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    server = new RoomServer();
    server.register(event.getServletContext());
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    if (server != null) {
      server.close();
    }
  }
}
