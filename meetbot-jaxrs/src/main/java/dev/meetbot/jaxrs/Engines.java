package dev.meetbot.jaxrs;

import dev.meetbot.engine.MeetbotEngine;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.core.Application;

/** Where the resources find the engine. */
public final class Engines {
  /**
   * Name of the {@code ServletContext} attribute, or of the {@code Application} property, that
   * holds the engine. The property goes first.
   */
  public static final String NAME = "dev.meetbot.engine.MeetbotEngine";

  private Engines() {}

  /**
   * The running engine.
   *
   * @throws IllegalStateException when the host put none there
   */
  public static MeetbotEngine of(Application application, ServletContext context) {
    Object property = application.getProperties().get(NAME);
    Object found = property == null ? context.getAttribute(NAME) : property;
    if (found instanceof MeetbotEngine engine) {
      return engine;
    }
    throw new IllegalStateException("no engine under the name " + NAME);
  }
}
