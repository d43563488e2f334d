package dev.meetbot.engine.internal.access;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.meetbot.engine.NewKey;
import dev.meetbot.model.ApiKey;
import dev.meetbot.model.KeyScope;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.storage.TenantStore;
import java.security.SecureRandom;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes keys: the text goes to the caller, its hash into the store. Thread-safe. */
public final class KeyMaker {
  private static final int HINT = 4;

  private final TenantStore tenants;
  private final SecureRandom random;

  KeyMaker(TenantStore tenants, SecureRandom random) {
    this.tenants = tenants;
    this.random = random;
  }

  /** A new key that is stored already. */
  public NewKey make(
      @Nullable TenantId tenant,
      KeyScope scope,
      String name,
      @Nullable Instant expiresAt,
      Instant now) {
    String secret = ApiKeys.generate(scope, random);
    ApiKey key =
        new ApiKey(
            "key_" + UuidCreator.getTimeOrderedEpoch(now),
            ApiKeys.hash(secret),
            tenant,
            scope,
            name,
            secret.substring(0, scope.prefix().length() + HINT),
            now,
            expiresAt,
            null,
            null);
    tenants.putKey(key);
    return new NewKey(key, secret);
  }
}
