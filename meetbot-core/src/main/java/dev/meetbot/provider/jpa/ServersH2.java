package dev.meetbot.provider.jpa;

import static java.lang.invoke.MethodType.methodType;

import java.lang.System.Logger.Level;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.security.PrivilegedAction;
import java.time.Duration;
import java.util.List;
import javax.security.auth.Subject;
import org.h2.jdbcx.JdbcDataSource;

/**
 * An H2 that belongs to the server. Some of its classes make exceptions or a thread when they are
 * initialized, and keep them for ever; these remember which classes were on the stack then, so that
 * the first application that uses H2 would stay in memory until the server ends.
 */
final class ServersH2 {
  private static final System.Logger LOG = System.getLogger(ServersH2.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Of H2 2.2. */
  static final List<String> WITH_MEMORY =
      List.of(
          "org.h2.message.DbException",
          "org.h2.message.TraceObject",
          "org.h2.engine.OnExitDatabaseCloser");

  private ServersH2() {}

  /**
   * Has these classes initialized on a stack of which nothing is ours: by a thread that runs method
   * handles only. When that cannot be done all works as well, and one undeployed application is
   * kept. A second call does nothing.
   */
  static void prepare() {
    try {
      for (String name : WITH_MEMORY) {
        Thread thread = thread(initializer(name));
        thread.start();
        thread.join(PATIENCE.toMillis());
      }
    } catch (ReflectiveOperationException e) {
      LOG.log(Level.DEBUG, "the server's H2 could not be prepared", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * A thread remembers on whose behalf it was made, and hands that on to the threads that are made
   * in it; one that is made in an action without any such context has nothing to remember.
   */
  @SuppressWarnings(
      "removal") // goes with what it is against: from Java 24 on threads remember nothing
  private static Thread thread(Runnable work) throws ReflectiveOperationException {
    MethodHandle make =
        MethodHandles.publicLookup()
            .findConstructor(Thread.class, methodType(void.class, Runnable.class));
    PrivilegedAction<?> action =
        MethodHandleProxies.asInterfaceInstance(
            PrivilegedAction.class, MethodHandles.insertArguments(make, 0, work));
    return (Thread) Subject.doAsPrivileged(null, action, null);
  }

  /** What initializes a class when it runs; it consists of the JVM's own classes. */
  static Runnable initializer(String name) throws ReflectiveOperationException {
    Class<?> type = Class.forName(name, false, JdbcDataSource.class.getClassLoader());
    Lookup within = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    MethodHandle initialize =
        MethodHandles.publicLookup()
            .findVirtual(Lookup.class, "ensureInitialized", methodType(Class.class, Class.class));
    return MethodHandleProxies.asInterfaceInstance(
        Runnable.class, MethodHandles.insertArguments(initialize, 0, within, type));
  }
}
