package dev.meetbot.sdk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * When the bot leaves by itself; whole seconds, 0 turns a timer off. What is not set keeps the
 * server's default. Immutable; the server checks the values.
 */
public final class AutoLeaveConfig {
  private final Map<String, Object> fields;

  private AutoLeaveConfig(Map<String, Object> fields) {
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
    return "AutoLeaveConfig" + fields;
  }

  /** Sets what is wanted; of two calls of one method the later counts. */
  public static final class Builder {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    private Builder() {}

    /** Not let in in time. */
    public Builder afterEntryDelaySeconds(int value) {
      fields.put("afterEntryDelaySeconds", value);
      return this;
    }

    /** Nobody spoke for so long. */
    public Builder afterSilenceSeconds(int value) {
      fields.put("afterSilenceSeconds", value);
      return this;
    }

    /** Alone after others had been there. */
    public Builder afterSoloSeconds(int value) {
      fields.put("afterSoloSeconds", value);
      return this;
    }

    /** Longest stay in the call. */
    public Builder afterMaxSeconds(int value) {
      fields.put("afterMaxSeconds", value);
      return this;
    }

    /** Leave as soon as another recording bot is seen. */
    public Builder onBotDetected(boolean value) {
      fields.put("onBotDetected", value);
      return this;
    }

    /** Nobody else ever came. */
    public Builder afterNoOneJoinedSeconds(int value) {
      fields.put("afterNoOneJoinedSeconds", value);
      return this;
    }

    /** Only bots left. */
    public Builder afterOnlyBotsSeconds(int value) {
      fields.put("afterOnlyBotsSeconds", value);
      return this;
    }

    /** Words that mark a participant as a bot; they add to the built-in list. */
    public Builder botNames(List<String> value) {
      fields.put("botNames", List.copyOf(value));
      return this;
    }

    /** What was set so far; the builder may go on. */
    public AutoLeaveConfig build() {
      return new AutoLeaveConfig(fields);
    }
  }
}
