package dev.meetbot.sdk;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bot to send. What is not set keeps the server's default. Immutable; the server checks the
 * values. It names no secrets as text: the addresses of webhooks and the passcode stay out of it.
 */
public final class DispatchRequest {
  private final Map<String, @Nullable Object> fields;
  private final @Nullable String idempotencyKey;

  private DispatchRequest(Builder from) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(from.fields);
    if (!from.webhooks.isEmpty()) {
      all.put("webhooks", new LinkedHashMap<>(from.webhooks));
    }
    this.fields = Collections.unmodifiableMap(all);
    this.idempotencyKey = from.idempotencyKey;
  }

  /**
   * Nothing but what every bot needs.
   *
   * @param externalId the caller's name for it: a second request with it gives the first one's job
   *     and starts no second bot
   * @param meetingUrl where the bot is to go
   */
  public static Builder builder(String externalId, String meetingUrl) {
    Map<String, String> needed = new LinkedHashMap<>();
    needed.put("externalId", externalId);
    needed.put("meetingUrl", meetingUrl);
    return new Builder(needed);
  }

  /**
   * A request as its JSON says it, for those who keep requests in files; fields that this SDK has
   * no name for are sent as they are.
   *
   * @param fields text, numbers, booleans, null, lists and maps of these
   * @throws IllegalArgumentException without {@code externalId} or {@code meetingUrl}
   */
  public static Builder builder(Map<String, ?> fields) {
    for (String name : List.of("externalId", "meetingUrl")) {
      if (!(fields.get(name) instanceof String)) {
        throw new IllegalArgumentException(name + " is missing");
      }
    }
    return new Builder(fields);
  }

  Map<String, @Nullable Object> wire() {
    return fields;
  }

  Optional<String> findIdempotencyKey() {
    return Optional.ofNullable(idempotencyKey);
  }

  @Override
  public String toString() {
    return "DispatchRequest[" + fields.get("externalId") + "]";
  }

  /** Sets what is wanted; of two calls of one method the later counts. */
  public static final class Builder {
    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> webhooks = new LinkedHashMap<>();
    private @Nullable String idempotencyKey;

    private Builder(Map<String, ?> given) {
      fields.putAll(given);
      if (fields.remove("webhooks") instanceof Map<?, ?> sent) {
        sent.forEach((name, value) -> webhooks.put(String.valueOf(name), value));
      }
    }

    /** The platform's id, such as {@code google-meet}; the URL tells it, too. */
    public Builder platform(String value) {
      return with("platform", value);
    }

    /** When the bot is to be in the call; a past time means now. Sent to the millisecond. */
    public Builder joinAt(Instant value) {
      return with("joinAt", Wire.time(value));
    }

    /** The same, in a zone. */
    public Builder joinAt(ZonedDateTime value) {
      return joinAt(value.toInstant());
    }

    /** The bot's name in the meeting. */
    public Builder displayName(String value) {
      return with("displayName", value);
    }

    /** Gets every change of status and the {@code bot.*} events; alone, it gets all events. */
    public Builder onStatusChangeUrl(String value) {
      webhooks.put("onStatusChange", value);
      return this;
    }

    /** Gets {@code job.finalized} and {@code job.failed}; alone, it gets all events. */
    public Builder onFinalizeUrl(String value) {
      webhooks.put("onFinalize", value);
      return this;
    }

    /** The version of the webhooks' envelope, 1 or 2. */
    public Builder webhookVersion(int value) {
      webhooks.put("version", value);
      return this;
    }

    /** Events that only come when they are named, such as {@code bot.chat_message}. */
    public Builder webhookEvents(List<String> value) {
      webhooks.put("events", List.copyOf(value));
      return this;
    }

    /** Returned as given: text, numbers, booleans, null, lists and maps of these. */
    public Builder metadata(Map<String, ?> value) {
      return with("metadata", new LinkedHashMap<>(value));
    }

    /** When the bot leaves by itself. */
    public Builder autoLeave(AutoLeaveConfig value) {
      return with("autoLeave", value.wire());
    }

    /** What is recorded. */
    public Builder recording(RecordingConfig value) {
      return with("recording", value.wire());
    }

    /** Whether the host is asked first. */
    public Builder consent(ConsentConfig value) {
      return with("consent", value.wire());
    }

    /** How the bot gets in. */
    public Builder join(JoinConfig value) {
      return with("join", value.wire());
    }

    /** Fixes the key against doubles, 1 to 255 visible ASCII characters; else one is made up. */
    public Builder idempotencyKey(String value) {
      idempotencyKey = value;
      return this;
    }

    /** What was set so far; the builder may go on. */
    public DispatchRequest build() {
      return new DispatchRequest(this);
    }

    private Builder with(String name, Object value) {
      fields.put(name, value);
      return this;
    }
  }
}
