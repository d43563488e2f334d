package dev.meetbot.war.room;

import java.util.Set;

/** The classes that an {@code Application} has to list to serve the room. */
public final class RoomWeb {
  private RoomWeb() {}

  /** Resources and providers. */
  public static Set<Class<?>> classes() {
    return Set.of(
        RoomPages.class,
        JoinResource.class,
        HostResource.class,
        CallResource.class,
        RoomErrors.class,
        RoomHeaders.class);
  }
}
