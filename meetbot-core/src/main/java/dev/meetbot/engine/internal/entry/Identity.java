package dev.meetbot.engine.internal.entry;

import dev.meetbot.engine.IdentityView;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an account but its secret. Pure.
 *
 * @param usedAt when a bot last took it; null for never
 * @param signedOutAt when its page wanted a sign-in all the same; null while it is good
 * @param loan which loan holds it; null for none
 * @param until when that loan runs out by itself
 */
record Identity(
    String name,
    String platform,
    Instant storedAt,
    @Nullable Instant usedAt,
    @Nullable Instant signedOutAt,
    @Nullable String loan,
    @Nullable Instant until) {

  boolean lent(Instant now) {
    return loan != null && until != null && now.isBefore(until);
  }

  boolean heldBy(String id) {
    return id.equals(loan);
  }

  /** Taken, or kept. */
  Identity lentTo(String id, Instant now, Instant end) {
    return new Identity(name, platform, storedAt, now, signedOutAt, id, end);
  }

  Identity givenBack() {
    return new Identity(name, platform, storedAt, usedAt, signedOutAt, null, null);
  }

  Identity signedOut(Instant now) {
    return new Identity(name, platform, storedAt, usedAt, now, loan, until);
  }

  /** With a fresh secret; a bot that has it goes on with the old one. */
  Identity renewed(String otherPlatform, Instant now) {
    return new Identity(name, otherPlatform, now, usedAt, null, loan, until);
  }

  IdentityView view(Instant now) {
    return new IdentityView(name, platform, storedAt, usedAt, lent(now), signedOutAt);
  }

  String json() {
    JsonObjectBuilder to =
        Json.createObjectBuilder().add("platform", platform).add("storedAt", storedAt.toString());
    put(to, "usedAt", usedAt);
    put(to, "signedOutAt", signedOutAt);
    put(to, "loan", loan);
    put(to, "until", until);
    return to.build().toString();
  }

  static Identity read(String name, String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      JsonObject from = reader.readObject();
      return new Identity(
          name,
          from.getString("platform"),
          Instant.parse(from.getString("storedAt")),
          time(from, "usedAt"),
          time(from, "signedOutAt"),
          from.getString("loan", null),
          time(from, "until"));
    }
  }

  private static void put(JsonObjectBuilder to, String name, @Nullable Object value) {
    if (value != null) {
      to.add(name, value.toString());
    }
  }

  private static @Nullable Instant time(JsonObject from, String name) {
    return from.containsKey(name) ? Instant.parse(from.getString(name)) : null;
  }
}
