package dev.meetbot.provider.jpa;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What Hibernate hangs on classes that are not its own. It notes for each annotation of Jakarta
 * Persistence whether it can be repeated, in a {@link ClassValue}: where these annotations are a
 * server's (Payara), the note is held by the server, and holds Hibernate, and with it the whole
 * application after it is undeployed.
 */
final class HibernateCaches {
  private static final String HOLDER = "org.hibernate.boot.model.internal.BinderHelper";
  private static final String FIELD = "annotationMetaCacheForRepeatableDialectOverride";

  private HibernateCaches() {}

  /**
   * Lets go of what was noted for the annotations of the entities; they are read only once, when
   * Hibernate starts.
   *
   * @return whether Hibernate keeps these notes where this class knows of
   */
  static boolean forget(List<Class<?>> entities) {
    ClassValue<?> notes = notes();
    if (notes == null) {
      return false;
    }
    entities.stream()
        .flatMap(HibernateCaches::annotated)
        .flatMap(element -> Stream.of(element.getAnnotations()))
        .map(Annotation::annotationType)
        .distinct()
        .forEach(notes::remove);
    return true;
  }

  private static Stream<AnnotatedElement> annotated(Class<?> entity) {
    return Stream.of(
            Stream.of(entity),
            Stream.of(entity.getDeclaredFields()),
            Stream.of(entity.getDeclaredMethods()))
        .flatMap(elements -> elements);
  }

  private static @Nullable ClassValue<?> notes() {
    try {
      Field field =
          Class.forName(HOLDER, true, HibernateCaches.class.getClassLoader())
              .getDeclaredField(FIELD);
      field.setAccessible(true);
      return (ClassValue<?>) field.get(null);
    } catch (ReflectiveOperationException e) {
      return null; // another version of Hibernate: HibernateCachesTest tells of it
    }
  }
}
