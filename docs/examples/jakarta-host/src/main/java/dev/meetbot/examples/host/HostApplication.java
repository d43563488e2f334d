package dev.meetbot.examples.host;

import dev.meetbot.jaxrs.MeetbotResources;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;

/** Everything below {@code bots}: the API of meetbot, and what this application adds. */
@ApplicationPath("bots")
public class HostApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    Set<Class<?>> classes = new HashSet<>(MeetbotResources.classes());
    classes.add(MeetingsResource.class);
    return classes;
  }
}
