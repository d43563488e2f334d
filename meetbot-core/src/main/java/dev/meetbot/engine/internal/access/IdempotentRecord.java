package dev.meetbot.engine.internal.access;

import dev.meetbot.engine.StoredAnswer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a request with an idempotency key.
 *
 * @param fingerprint what the request was; empty when the key is free again
 * @param leasedUntil until when the request that is running may run; null when none is
 * @param sealedAnswer its answer; null until there is one
 */
public record IdempotentRecord(
    String fingerprint, @Nullable Instant leasedUntil, @Nullable String sealedAnswer) {

  public static IdempotentRecord running(String fingerprint, Instant until) {
    return new IdempotentRecord(fingerprint, until, null);
  }

  /** The key is free again. */
  public static IdempotentRecord nothing() {
    return new IdempotentRecord("", null, null);
  }

  public IdempotentRecord answered(String sealed) {
    return new IdempotentRecord(fingerprint, null, sealed);
  }

  public boolean free() {
    return fingerprint.isEmpty();
  }

  public boolean leasedAt(Instant now) {
    return leasedUntil != null && now.isBefore(leasedUntil);
  }

  public String toJson() {
    JsonObjectBuilder json = Json.createObjectBuilder().add("fingerprint", fingerprint);
    if (leasedUntil != null) {
      json.add("leasedUntil", leasedUntil.toString());
    }
    if (sealedAnswer != null) {
      json.add("answer", sealedAnswer);
    }
    return json.build().toString();
  }

  public static IdempotentRecord parse(String text) {
    JsonObject json = object(text);
    String until = json.getString("leasedUntil", null);
    return new IdempotentRecord(
        json.getString("fingerprint"),
        until == null ? null : Instant.parse(until),
        json.getString("answer", null));
  }

  /** An answer as JSON, before it is sealed. */
  public static String json(StoredAnswer answer) {
    JsonObjectBuilder headers = Json.createObjectBuilder();
    answer.headers().forEach(headers::add);
    return Json.createObjectBuilder()
        .add("status", answer.status())
        .add("headers", headers)
        .add("body", Base64.getEncoder().encodeToString(answer.body()))
        .build()
        .toString();
  }

  /** The answer again. */
  public static StoredAnswer answer(String text) {
    JsonObject json = object(text);
    Map<String, String> headers = new LinkedHashMap<>();
    JsonObject stored = json.getJsonObject("headers");
    stored.keySet().forEach(name -> headers.put(name, stored.getString(name)));
    return new StoredAnswer(
        json.getInt("status"), headers, Base64.getDecoder().decode(json.getString("body")));
  }

  private static JsonObject object(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
