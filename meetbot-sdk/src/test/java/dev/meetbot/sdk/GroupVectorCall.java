package dev.meetbot.sdk;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Calls the method of a group, such as {@code keys.create}, that a vector names. */
record GroupVectorCall(AsyncMeetBot bots, Map<String, Object> arguments) {
  CompletableFuture<?> make(String method) {
    String job = text("jobId", VectorCall.ID);
    String keyId = text("keyId", "key_1");
    return switch (method) {
      case "webhooks.deliveries" -> bots.webhooks().deliveries(job);
      case "webhooks.redeliver" -> redeliver(text("deliveryId", "dlv_1"));
      case "webhooks.test" -> test(text("url", "https://hooks.acme.example/meetbot"));
      case "webhooks.rotateSecret" ->
          ownKey() == null
              ? bots.webhooks().rotateSecret()
              : bots.webhooks().rotateSecret(ownKey());
      case "keys.create" -> bots.keys().create(keyRequest());
      case "keys.list" -> bots.keys().list();
      case "keys.get" -> bots.keys().get(keyId);
      case "keys.revoke" -> bots.keys().revoke(keyId);
      case "keys.rotate" -> rotate(keyId);
      case "account.me" -> bots.account().me();
      case "account.credit" -> credit();
      case "account.eraseMe" -> bots.account().eraseMe();
      default -> throw new AssertionError("no such method: " + method);
    };
  }

  private CompletableFuture<?> redeliver(String id) {
    return ownKey() == null
        ? bots.webhooks().redeliver(id)
        : bots.webhooks().redeliver(id, ownKey());
  }

  private CompletableFuture<?> test(String url) {
    if (!arguments.containsKey("version")) {
      return bots.webhooks().test(url);
    }
    int version = Vectors.number(arguments.get("version"));
    return ownKey() == null
        ? bots.webhooks().test(url, version)
        : bots.webhooks().test(url, version, ownKey());
  }

  private KeyRequest keyRequest() {
    KeyRequest request = KeyRequest.of(text("name", "production"), text("scope", "live"));
    if (arguments.containsKey("expiresAt")) {
      request = request.withExpiresAt(OffsetDateTime.parse(text("expiresAt", "never")).toInstant());
    }
    return ownKey() == null ? request : request.withIdempotencyKey(ownKey());
  }

  private CompletableFuture<?> rotate(String keyId) {
    if (!arguments.containsKey("overlapSeconds")) {
      return bots.keys().rotate(keyId);
    }
    Duration overlap = Duration.ofSeconds(Vectors.number(arguments.get("overlapSeconds")));
    return ownKey() == null
        ? bots.keys().rotate(keyId, overlap)
        : bots.keys().rotate(keyId, overlap, ownKey());
  }

  private CompletableFuture<?> credit() {
    return arguments.isEmpty()
        ? bots.account().credit()
        : bots.account().credit(Vectors.number(arguments.get("limit")), text("cursor", null));
  }

  private String ownKey() {
    return text("idempotencyKey", null);
  }

  private String text(String name, String otherwise) {
    return (String) arguments.getOrDefault(name, otherwise);
  }
}
