package dev.meetbot.sdk;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.adapter.JsonbAdapter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** JSON to models and requests to JSON: the only place that knows JSON Binding's runtime. */
final class Json {
  // thread-safe by its specification, and dear to build
  private static final Jsonb JSONB =
      JsonbBuilder.create(
          new JsonbConfig()
              .withNullValues(true)
              .withAdapters(
                  new StatusText(), new StateText(), new FailureText(), new EndReasonText()));

  private Json() {}

  static String write(Map<String, ?> fields) {
    return JSONB.toJson(fields);
  }

  /**
   * Reads a model.
   *
   * @throws MeetbotResponseException when the text is not its JSON
   */
  static <T> T read(String text, Class<T> type) {
    try {
      T read = JSONB.fromJson(text, type);
      if (read != null) {
        return read;
      }
    } catch (RuntimeException e) {
      // JsonbException by its API; readers of values throw others, too
      throw new MeetbotResponseException("this is not the JSON of a " + type.getSimpleName(), e);
    }
    throw new MeetbotResponseException("there is no JSON of a " + type.getSimpleName(), null);
  }

  /** The fields of a JSON object; empty when the text is something else. */
  @SuppressWarnings("unchecked")
  static Optional<Map<String, Object>> findObject(String text) {
    try {
      return Optional.ofNullable((Map<String, Object>) JSONB.fromJson(text, Map.class));
    } catch (JsonbException | ClassCastException e) {
      return Optional.empty();
    }
  }

  // one class for each value: JSON Binding finds what an adapter is for by its type arguments
  private abstract static class Text<T> implements JsonbAdapter<T, String> {
    private final Function<String, T> from;
    private final Function<T, String> to;

    Text(Function<String, T> from, Function<T, String> to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public @Nullable String adaptToJson(@Nullable T value) {
      return value == null ? null : to.apply(value);
    }

    @Override
    public @Nullable T adaptFromJson(@Nullable String text) {
      // adapters are asked of null, too
      return text == null ? null : from.apply(text);
    }
  }

  private static final class StatusText extends Text<JobStatus> {
    StatusText() {
      super(JobStatus::new, JobStatus::text);
    }
  }

  private static final class StateText extends Text<RecordingState> {
    StateText() {
      super(RecordingState::new, RecordingState::text);
    }
  }

  private static final class FailureText extends Text<FailureCode> {
    FailureText() {
      super(FailureCode::new, FailureCode::text);
    }
  }

  private static final class EndReasonText extends Text<EndReason> {
    EndReasonText() {
      super(EndReason::new, EndReason::text);
    }
  }
}
