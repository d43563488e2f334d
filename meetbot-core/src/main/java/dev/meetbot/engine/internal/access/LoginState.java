package dev.meetbot.engine.internal.access;

import dev.meetbot.engine.DeviceLogin;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A device login as it is kept; immutable, each step makes a new one.
 *
 * @param approver id of the key that approved; null before
 * @param askedAt when the program asked last; null before the first time
 */
public record LoginState(
    String userCode,
    String clientName,
    Phase phase,
    @Nullable String approver,
    Duration interval,
    Instant startedAt,
    @Nullable Instant askedAt) {
  private static final Duration SLOWER = Duration.ofSeconds(5);

  /** Clocks of programs are not exact, nor are networks. */
  private static final Duration TOLERANCE = Duration.ofMillis(250);

  /** Where it stands. */
  enum Phase {
    PENDING,
    APPROVED,
    DENIED,
    HANDED_OUT
  }

  static LoginState begun(String userCode, String clientName, Instant now) {
    return new LoginState(
        userCode, clientName, Phase.PENDING, null, DeviceLogin.INTERVAL, now, null);
  }

  public boolean pending() {
    return phase == Phase.PENDING;
  }

  /** Whether the program did not wait for as long as it was told. */
  boolean tooEarly(Instant now) {
    return askedAt != null && now.isBefore(askedAt.plus(interval).minus(TOLERANCE));
  }

  /** After a question; one that came too early makes the interval longer (RFC 8628, 3.5). */
  LoginState asked(Instant now) {
    Duration next = tooEarly(now) ? interval.plus(SLOWER) : interval;
    return new LoginState(userCode, clientName, phase, approver, next, startedAt, now);
  }

  LoginState decided(boolean approve, String keyId) {
    Phase next = approve ? Phase.APPROVED : Phase.DENIED;
    return new LoginState(userCode, clientName, next, keyId, interval, startedAt, askedAt);
  }

  LoginState handedOut() {
    return new LoginState(
        userCode, clientName, Phase.HANDED_OUT, approver, interval, startedAt, askedAt);
  }

  String toJson() {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("userCode", userCode)
            .add("clientName", clientName)
            .add("phase", phase.name())
            .add("intervalSeconds", interval.toSeconds())
            .add("startedAt", startedAt.toString());
    if (approver != null) {
      json.add("approver", approver);
    }
    if (askedAt != null) {
      json.add("askedAt", askedAt.toString());
    }
    return json.build().toString();
  }

  static LoginState parse(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      String asked = json.getString("askedAt", null);
      return new LoginState(
          json.getString("userCode"),
          json.getString("clientName"),
          Phase.valueOf(json.getString("phase")),
          json.getString("approver", null),
          Duration.ofSeconds(json.getInt("intervalSeconds")),
          Instant.parse(json.getString("startedAt")),
          asked == null ? null : Instant.parse(asked));
    }
  }
}
