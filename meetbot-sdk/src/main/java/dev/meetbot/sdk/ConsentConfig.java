package dev.meetbot.sdk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whether the host is asked first. What is not set keeps the server's default. Immutable; the
 * server checks the values.
 */
public final class ConsentConfig {
  private final Map<String, Object> fields;

  private ConsentConfig(Map<String, Object> fields) {
    this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** Nothing set yet. */
  public static Builder builder() {
    return new Builder();
  }

  Map<String, Object> wire() {
    return fields;
  }

  @Override
  public String toString() {
    return "ConsentConfig" + fields;
  }

  /** Sets what is wanted; of two calls of one method the later counts. */
  public static final class Builder {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    private Builder() {}

    /** Holds the recording until the host says yes. */
    public Builder required(boolean value) {
      fields.put("required", value);
      return this;
    }

    /** What the host is asked. */
    public Builder prompt(String value) {
      fields.put("prompt", value);
      return this;
    }

    /** No answer in so many seconds counts as no. */
    public Builder timeoutSeconds(int value) {
      fields.put("timeoutSeconds", value);
      return this;
    }

    /** What was set so far; the builder may go on. */
    public ConsentConfig build() {
      return new ConsentConfig(fields);
    }
  }
}
