package dev.meetbot.sdk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is recorded. What is not set keeps the server's default. Immutable; the server checks the
 * values.
 */
public final class RecordingConfig {
  private final Map<String, Object> fields;

  private RecordingConfig(Map<String, Object> fields) {
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
    return "RecordingConfig" + fields;
  }

  /** Sets what is wanted; of two calls of one method the later counts. */
  public static final class Builder {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    private Builder() {}

    /** {@code per_speaker}, {@code mixed} or {@code none}. */
    public Builder audio(String value) {
      fields.put("audio", value);
      return this;
    }

    /** {@code composed}, {@code participants}, {@code tab} or {@code none}. */
    public Builder video(String value) {
      fields.put("video", value);
      return this;
    }

    /** {@code speaker}, {@code gallery} or {@code share_first}. */
    public Builder layout(String value) {
      fields.put("layout", value);
      return this;
    }

    /** Whether captions are kept. */
    public Builder captions(boolean value) {
      fields.put("captions", value);
      return this;
    }

    /** Whether the chat is kept. */
    public Builder chat(boolean value) {
      fields.put("chat", value);
      return this;
    }

    /** Without it the job stays {@code in_call} until {@code resumeRecording}. */
    public Builder startOnJoin(boolean value) {
      fields.put("startOnJoin", value);
      return this;
    }

    /** What was set so far; the builder may go on. */
    public RecordingConfig build() {
      return new RecordingConfig(fields);
    }
  }
}
