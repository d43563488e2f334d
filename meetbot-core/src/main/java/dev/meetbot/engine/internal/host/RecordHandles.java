package dev.meetbot.engine.internal.host;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;
import java.util.Map;

/**
 * The JVM's handles for what records do by themselves. Each keeps the types that it was last made
 * to fit, and with them their class loader: a web application whose record was the last to be
 * compared for the first time would stay in memory.
 */
public final class RecordHandles {
  private static final Class<?> ANY = String.class;
  private static final Map<String, MethodType> METHODS =
      Map.of(
          "equals", methodType(boolean.class, ANY, Object.class),
          "hashCode", methodType(int.class, ANY),
          "toString", methodType(String.class, ANY));

  private RecordHandles() {}

  /**
   * Has them keep types of the JVM's own instead. For the end of an application.
   *
   * @throws IllegalStateException when this JVM wants a record for it; it may not need it then
   */
  public static void release() {
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    try {
      MethodHandle part = lookup.findVirtual(ANY, "strip", methodType(String.class));
      for (Map.Entry<String, MethodType> method : METHODS.entrySet()) {
        ObjectMethods.bootstrap(lookup, method.getKey(), method.getValue(), ANY, "part", part);
      }
    } catch (Throwable e) { // the signature of bootstrap has no less
      if (e instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("the handles of records keep what they had", e);
    }
  }
}
