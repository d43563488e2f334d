package dev.meetbot.war;

import dev.meetbot.jaxrs.MeetbotResources;
import dev.meetbot.jaxrs.openapi.StartResource;
import dev.meetbot.war.room.RoomWeb;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;

/**
 * Everything that the WAR answers by JAX-RS. Named in {@code web.xml}, so that it does not depend
 * on a server's class scanning.
 */
public final class MeetbotApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    Set<Class<?>> classes = new HashSet<>(MeetbotResources.classes());
    classes.addAll(RoomWeb.classes());
    classes.add(StartResource.class);
    return classes;
  }
}
