package dev.meetbot.sdk.cli;

import java.lang.reflect.Constructor;
import picocli.CommandLine;

/** Makes the commands, each with the run that it belongs to. */
record Commands(Session session) implements CommandLine.IFactory {
  @Override
  public <K> K create(Class<K> type) throws Exception {
    try {
      Constructor<K> constructor = type.getDeclaredConstructor(Session.class);
      return constructor.newInstance(session);
    } catch (NoSuchMethodException e) {
      return CommandLine.defaultFactory().create(type);
    }
  }
}
