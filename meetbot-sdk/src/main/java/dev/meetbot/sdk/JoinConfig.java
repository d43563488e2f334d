package dev.meetbot.sdk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the bot gets in. What is not set keeps the server's default. Immutable; the server checks the
 * values.
 */
public final class JoinConfig {
  private final Map<String, Object> fields;

  private JoinConfig(Map<String, Object> fields) {
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
    return "JoinConfig";
  }

  /** Sets what is wanted; of two calls of one method the later counts. */
  public static final class Builder {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    private Builder() {}

    /** {@code never}, {@code if_required} or {@code always}. */
    public Builder signIn(String value) {
      fields.put("signIn", value);
      return this;
    }

    /** The meeting's passcode, when it is not in the URL; a secret. */
    public Builder passcode(String value) {
      fields.put("passcode", value);
      return this;
    }

    /** Films the way in. */
    public Builder film(boolean value) {
      fields.put("film", value);
      return this;
    }

    /** What was set so far; the builder may go on. */
    public JoinConfig build() {
      return new JoinConfig(fields);
    }
  }
}
