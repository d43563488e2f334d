package dev.meetbot.engine.internal.access;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.meetbot.engine.Caller;
import dev.meetbot.engine.FirstKey;
import dev.meetbot.engine.internal.webhook.SigningSecrets;
import dev.meetbot.model.ApiKey;
import dev.meetbot.model.KeyScope;
import dev.meetbot.model.Tenant;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.storage.StorageException;
import dev.meetbot.spi.storage.TenantStore;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who a caller is, and what signs a tenant's webhooks. Thread-safe. */
public final class Access implements SigningSecrets {
  private static final int SECRET_BYTES = 32;
  private static final int HINT = 4;

  private final TenantStore tenants;
  private final SecretBox box;
  private final SecureRandom random;
  private final InstantSource clock;

  public Access(TenantStore tenants, SecretBox box, SecureRandom random, InstantSource clock) {
    this.tenants = tenants;
    this.box = box;
    this.random = random;
    this.clock = clock;
  }

  /** Makes the first tenant with a key, when there is no tenant at all. */
  public Optional<FirstKey> firstStart() {
    if (!tenants.isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    TenantId id = new TenantId(UuidCreator.getTimeOrderedEpoch(now).toString());
    String secret = newSecret();
    tenants.put(Tenant.created(id, "default", box.seal(secret), now));
    String key = newKey(id, KeyScope.LIVE, "first key", now);
    String operator = newKey(null, KeyScope.OPERATOR, "first operator key", now);
    return Optional.of(new FirstKey(id, key, secret, operator));
  }

  private String newKey(@Nullable TenantId tenant, KeyScope scope, String name, Instant now) {
    String key = ApiKeys.generate(scope, random);
    String hint = key.substring(0, scope.prefix().length() + HINT);
    String id = "key_" + UuidCreator.getTimeOrderedEpoch(now);
    tenants.putKey(
        new ApiKey(id, ApiKeys.hash(key), tenant, scope, name, hint, now, null, null, null));
    return key;
  }

  /** The owner of a valid key. */
  public Optional<Caller> authenticate(String presented) {
    if (!ApiKeys.wellFormed(presented)) {
      return Optional.empty();
    }
    return tenants
        .findKey(ApiKeys.hash(presented))
        .filter(key -> key.validAt(clock.instant()))
        .map(key -> new Caller(key.tenant(), key.scope(), key.id()));
  }

  @Override
  public List<String> of(TenantId tenant) {
    return tenants
        .find(tenant)
        .map(t -> List.of(box.open(t.sealedWebhookSecret())))
        .orElseThrow(() -> new StorageException("no tenant " + tenant));
  }

  private String newSecret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return "whsec_" + Base64.getEncoder().encodeToString(bytes);
  }
}
