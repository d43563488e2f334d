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

/** Who a caller is, and what signs a tenant's webhooks. Thread-safe. */
public final class Access implements SigningSecrets {
  private static final int SECRET_BYTES = 32;

  private final TenantStore tenants;
  private final SecretBox box;
  private final SecureRandom random;
  private final InstantSource clock;
  private final KeyMaker keys;
  private final KeyUse use;

  public Access(TenantStore tenants, SecretBox box, SecureRandom random, InstantSource clock) {
    this.tenants = tenants;
    this.box = box;
    this.random = random;
    this.clock = clock;
    this.keys = new KeyMaker(tenants, random);
    this.use = new KeyUse(tenants);
  }

  /** What makes keys. */
  public KeyMaker keys() {
    return keys;
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
    String key = keys.make(id, KeyScope.LIVE, "first key", null, now).secret();
    String operator = keys.make(null, KeyScope.OPERATOR, "first operator key", null, now).secret();
    return Optional.of(new FirstKey(id, key, secret, operator));
  }

  /** The owner of a key that is valid at this moment: nothing is remembered between calls. */
  public Optional<Caller> authenticate(String presented) {
    if (!ApiKeys.wellFormed(presented)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<ApiKey> key =
        tenants.findKey(ApiKeys.hash(presented)).filter(found -> found.validAt(now));
    key.ifPresent(valid -> use.used(valid, now));
    return key.map(valid -> new Caller(valid.tenant(), valid.scope(), valid.id()));
  }

  /** Stores when keys were last used. */
  public void storeUse() {
    use.store();
  }

  @Override
  public List<String> of(TenantId id) {
    Tenant tenant = tenants.find(id).orElseThrow(() -> new StorageException("no tenant " + id));
    String newest = box.open(tenant.sealedWebhookSecret());
    String before = tenant.sealedPreviousSecret();
    Instant until = tenant.previousSecretUntil();
    return before != null && until != null && clock.instant().isBefore(until)
        ? List.of(newest, box.open(before))
        : List.of(newest);
  }

  /** As it is stored. */
  public String seal(String secret) {
    return box.seal(secret);
  }

  /** A new signing secret: {@code whsec_} and 32 random bytes in base64. */
  public String newSecret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return "whsec_" + Base64.getEncoder().encodeToString(bytes);
  }
}
