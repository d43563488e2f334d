package dev.meetbot.example.storage;

import dev.meetbot.spi.storage.StorageException;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Any value of {@code dev.meetbot.model} as JSON and back. They are all records made of texts,
 * numbers, enums, times, addresses, collections and records again, so one rule per kind of
 * component is enough. Null is left out.
 *
 * <p>What a later version of meetbot adds to a record is read from older JSON as null, zero, false
 * or an empty collection; where its record does not take that, a migration has to fill it in. What
 * is no longer in a record is passed over. Thread-safe.
 */
final class RecordJson {
  // looked up once, by the thread that opens the plugin: looking is slow, and other threads may
  // have a context class loader that finds none
  private final JsonProvider json = JsonProvider.provider();

  String write(Object value) {
    return valueOf(value).toString();
  }

  <T> T read(Class<T> type, String text) {
    return type.cast(objectOf(type, parse(text)));
  }

  <T> List<T> readList(Class<T> type, String text) {
    return parse(text).asJsonArray().stream().map(v -> type.cast(objectOf(type, v))).toList();
  }

  private JsonValue parse(String text) {
    try (JsonReader reader = json.createReader(new StringReader(text))) {
      return reader.readValue();
    }
  }

  private JsonValue valueOf(Object value) {
    if (value instanceof Instant time) {
      return json.createValue(Times.text(time));
    }
    if (value instanceof Integer || value instanceof Long) {
      return json.createValue(((Number) value).longValue());
    }
    if (value instanceof Boolean b) {
      return b ? JsonValue.TRUE : JsonValue.FALSE;
    }
    if (value instanceof Enum<?> constant) {
      return json.createValue(constant.name());
    }
    if (value instanceof String || value instanceof URI || value instanceof Duration) {
      return json.createValue(value.toString());
    }
    if (value instanceof Collection<?> values) {
      JsonArrayBuilder array = json.createArrayBuilder();
      values.forEach(v -> array.add(valueOf(v)));
      return array.build();
    }
    return members((Record) value);
  }

  private JsonObject members(Record value) {
    JsonObjectBuilder object = json.createObjectBuilder();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      Object member;
      try {
        member = component.getAccessor().invoke(value);
      } catch (ReflectiveOperationException e) {
        throw new StorageException("cannot read " + component, e);
      }
      if (member != null) {
        object.add(component.getName(), valueOf(member));
      }
    }
    return object.build();
  }

  private @Nullable Object objectOf(Type type, @Nullable JsonValue value) {
    if (type instanceof ParameterizedType generic) {
      JsonValue array = value == null ? JsonArray.EMPTY_JSON_ARRAY : value;
      Type element = generic.getActualTypeArguments()[0];
      Stream<Object> elements = array.asJsonArray().stream().map(v -> objectOf(element, v));
      return generic.getRawType() == Set.class
          ? elements.collect(Collectors.toSet())
          : elements.toList();
    }
    Class<?> plain = (Class<?>) type;
    if (value == null) {
      return zero(plain);
    }
    return plain.isRecord() ? record(plain, value.asJsonObject()) : scalar(plain, value);
  }

  private static @Nullable Object zero(Class<?> type) {
    if (!type.isPrimitive()) {
      return null;
    }
    return type == boolean.class ? Boolean.FALSE : number(type, 0);
  }

  private static Object number(Class<?> type, long value) {
    if (type == long.class || type == Long.class) {
      return value;
    }
    return Math.toIntExact(value);
  }

  private static Object scalar(Class<?> type, JsonValue value) {
    if (value instanceof JsonNumber number) {
      return number(type, number.longValueExact());
    }
    if (!(value instanceof JsonString string)) {
      return value.equals(JsonValue.TRUE);
    }
    String text = string.getString();
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .filter(constant -> ((Enum<?>) constant).name().equals(text))
          .findFirst()
          .orElseThrow(() -> new StorageException("no " + type.getName() + ": " + text));
    }
    if (type == Instant.class) {
      return Times.time(text);
    }
    if (type == Duration.class) {
      return Duration.parse(text);
    }
    return type == URI.class ? URI.create(text) : text;
  }

  private Object record(Class<?> type, JsonObject members) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    @Nullable Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = objectOf(components[i].getGenericType(), members.get(components[i].getName()));
    }
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new StorageException("cannot make a " + type.getName() + " of its JSON", e);
    }
  }
}
