package dev.meetbot.jaxrs.dto;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyOrderStrategy;
import jakarta.ws.rs.ext.ContextResolver;

/** One JSON dialect on every server: absent values are written as null. */
public final class JsonbFormat implements ContextResolver<Jsonb> {
  private final Jsonb jsonb = create();

  /** The dialect, for tests and other writers. */
  public static Jsonb create() {
    return JsonbBuilder.create(
        new JsonbConfig()
            .withNullValues(true)
            .withPropertyOrderStrategy(PropertyOrderStrategy.ANY));
  }

  @Override
  public Jsonb getContext(Class<?> type) {
    return jsonb;
  }
}
