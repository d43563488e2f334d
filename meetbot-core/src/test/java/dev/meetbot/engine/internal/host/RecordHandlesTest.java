package dev.meetbot.engine.internal.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecordHandlesTest {
  record Inner(String text) {}

  record Outer(Inner inner) {
    /** Compares two for the first time in this class loader. */
    public static boolean compare() {
      return new Outer(new Inner("a")).equals(new Outer(new Inner("a")));
    }
  }

  @Test
  void aClassLoaderWhoseRecordsWereComparedCanGo() throws Exception {
    WeakReference<ClassLoader> used = useAndClose();
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (used.get() != null && System.nanoTime() < end) {
      System.gc();
    }
    assertThat(used.get()).isNull();
  }

  private static WeakReference<ClassLoader> useAndClose() throws Exception {
    URL[] classes = {Outer.class.getProtectionDomain().getCodeSource().getLocation()};
    try (URLClassLoader own = new URLClassLoader(classes, ClassLoader.getPlatformClassLoader())) {
      var compare = own.loadClass(Outer.class.getName()).getDeclaredMethod("compare");
      compare.setAccessible(true);
      assertThat(compare.invoke(null)).isEqualTo(true);
      RecordHandles.release();
      return new WeakReference<>(own);
    }
  }
}
