package dev.meetbot.war.launcher;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/**
 * Sees Tomcat's jars, and makes {@link EmbeddedTomcat} (and what has a longer name) itself although
 * the parent could: only a class that is defined here can be linked against those jars.
 */
final class ServerLoader extends URLClassLoader {
  private static final String SERVER = "dev.meetbot.war.launcher.EmbeddedTomcat";

  ServerLoader(List<URL> jars) {
    super(jars.toArray(URL[]::new), ServerLoader.class.getClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(SERVER)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (var in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] code = in.readAllBytes();
      return defineClass(name, code, 0, code.length, getClass().getProtectionDomain());
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
