package dev.meetbot.engine.internal.access;

import dev.meetbot.engine.Caller;
import dev.meetbot.engine.DeviceLogin;
import dev.meetbot.engine.DeviceLogin.Answer;
import dev.meetbot.engine.DeviceLogin.Status;
import dev.meetbot.engine.RefusedException;
import dev.meetbot.model.KeyScope;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.storage.RecordStore;
import dev.meetbot.spi.storage.StorageException;
import dev.meetbot.spi.storage.StorageProvider;
import dev.meetbot.spi.storage.StoredRecord;
import java.time.Instant;
import java.util.Optional;

/**
 * Device logins in the storage: one record under the hash of the nonce, and one that leads there
 * from the user code. Every step is a compare-and-set, so that of two at once one is done again.
 */
public final class Logins {
  private static final String LOGIN = "device-login";
  private static final String CODE = "device-code";
  private static final int TRIES = 20;

  private final StorageProvider storage;
  private final KeyMaker keys;
  private final LoginCodes codes;

  public Logins(StorageProvider storage, KeyMaker keys, LoginCodes codes) {
    this.storage = storage;
    this.keys = keys;
    this.codes = codes;
  }

  private RecordStore records() {
    return storage.records();
  }

  /** A login under a code that no other has. */
  public LoginState begin(String nonce, String clientName, Instant now) {
    String hash = ApiKeys.hash(nonce);
    Instant until = now.plus(DeviceLogin.LIFETIME);
    for (int i = 0; i < TRIES; i++) {
      LoginState state = LoginState.begun(codes.newUserCode(), clientName, now);
      StoredRecord code =
          new StoredRecord(CODE, state.userCode(), 1, null, "\"" + hash + "\"", until);
      if (records().insert(code, now)) {
        records().insert(new StoredRecord(LOGIN, hash, 1, null, state.toJson(), until), now);
        return state;
      }
    }
    throw new StorageException("no user code is free");
  }

  /** The login of that code. */
  public Optional<LoginState> byCode(String code, Instant now) {
    return recordOf(code, now).map(record -> LoginState.parse(record.value()));
  }

  private Optional<StoredRecord> recordOf(String code, Instant now) {
    return code.isEmpty()
        ? Optional.empty()
        : records()
            .find(CODE, code, now)
            .map(record -> record.value().replace("\"", ""))
            .flatMap(hash -> records().find(LOGIN, hash, now));
  }

  /** What the program is told; moves the login on. */
  public Answer poll(String nonce, Instant now) {
    for (int i = 0; i < TRIES; i++) {
      Optional<StoredRecord> record = records().find(LOGIN, ApiKeys.hash(nonce), now);
      if (record.isEmpty()) {
        return answer(Status.EXPIRED);
      }
      LoginState state = LoginState.parse(record.get().value());
      switch (state.phase()) {
        case DENIED:
          return answer(Status.DENIED);
        case HANDED_OUT:
          return answer(Status.EXPIRED);
        case APPROVED:
          if (records().replace(record.get().next(state.handedOut().toJson()), now)) {
            return handOut(record.get(), state, now);
          }
          break;
        default:
          LoginState asked = state.asked(now);
          if (records().replace(record.get().next(asked.toJson()), now)) {
            Status status = state.tooEarly(now) ? Status.SLOW_DOWN : Status.PENDING;
            return new Answer(status, Optional.empty(), asked.interval());
          }
      }
    }
    return new Answer(Status.SLOW_DOWN, Optional.empty(), DeviceLogin.INTERVAL);
  }

  /** The key, unless the one that approved was revoked since. */
  private Answer handOut(StoredRecord record, LoginState state, Instant now) {
    TenantId tenant = record.tenant();
    String approver = state.approver();
    boolean stands =
        tenant != null
            && approver != null
            && storage.tenants().findKeyById(approver).filter(key -> key.validAt(now)).isPresent();
    if (!stands) {
      return answer(Status.DENIED);
    }
    String secret = keys.make(tenant, KeyScope.LIVE, state.clientName(), null, now).secret();
    return new Answer(Status.COMPLETE, Optional.of(secret), DeviceLogin.INTERVAL);
  }

  private static Answer answer(Status status) {
    return new Answer(status, Optional.empty(), DeviceLogin.INTERVAL);
  }

  /** Writes the decision down. */
  public void decide(Caller caller, String code, boolean approve, Instant now) {
    for (int i = 0; i < TRIES; i++) {
      StoredRecord record =
          recordOf(code, now)
              .orElseThrow(
                  () ->
                      new RefusedException(
                          RefusedException.Reason.NOT_FOUND, "no login waits under this code"));
      LoginState state = LoginState.parse(record.value());
      if (!state.pending()) {
        throw new RefusedException(
            RefusedException.Reason.INVALID_STATE, "this login is decided already");
      }
      StoredRecord decided =
          new StoredRecord(
              LOGIN,
              record.key(),
              record.version() + 1,
              caller.requireTenant(),
              state.decided(approve, caller.keyId()).toJson(),
              record.expiresAt());
      if (records().replace(decided, now)) {
        return;
      }
    }
    throw new StorageException("the login changes all the time");
  }
}
