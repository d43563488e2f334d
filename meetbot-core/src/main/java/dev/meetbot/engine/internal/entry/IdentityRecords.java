package dev.meetbot.engine.internal.entry;

import dev.meetbot.engine.internal.access.SecretBox;
import dev.meetbot.spi.storage.RecordStore;
import dev.meetbot.spi.storage.StorageException;
import dev.meetbot.spi.storage.StoredRecord;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Accounts as stored: the facts in one record, the sealed secret in another one, so that taking an
 * account does not write its secret again. Thread-safe, over all nodes.
 */
public record IdentityRecords(RecordStore records, SecretBox box) {
  private static final String FACTS = "identity";
  private static final String STATE = "identity-state";
  private static final int MOST = 1000;
  private static final int TRIES = 20;

  /** All accounts by name. */
  List<Identity> list(Instant now) {
    return records.list(FACTS, "", null, MOST, now).stream().map(IdentityRecords::read).toList();
  }

  Optional<Identity> find(String name, Instant now) {
    return records.find(FACTS, name, now).map(IdentityRecords::read);
  }

  /** Stores an account, or its secret anew. The secret goes first. */
  Identity put(String name, String platform, String state, Instant now) {
    String sealed = Json.createObjectBuilder().add("sealed", box.seal(state)).build().toString();
    upsert(STATE, name, old -> sealed, now);
    String stored =
        upsert(
            FACTS,
            name,
            old ->
                (old == null
                        ? new Identity(name, platform, now, null, null, null, null)
                        : Identity.read(name, old).renewed(platform, now))
                    .json(),
            now);
    return Identity.read(name, stored);
  }

  /** The secret in clear. */
  Optional<String> state(String name, Instant now) {
    return records
        .find(STATE, name, now)
        .map(
            record -> {
              try (JsonReader reader = Json.createReader(new StringReader(record.value()))) {
                return box.open(reader.readObject().getString("sealed"));
              }
            });
  }

  boolean delete(String name) {
    records.delete(STATE, name);
    return records.delete(FACTS, name);
  }

  /**
   * Changes an account as it is stored now.
   *
   * @param change may be asked several times; gives the same one back to leave it as it is
   * @return the account afterwards; empty when there is none
   */
  Optional<Identity> change(String name, UnaryOperator<Identity> change, Instant now) {
    for (int i = 0; i < TRIES; i++) {
      Optional<StoredRecord> found = records.find(FACTS, name, now);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      Identity before = read(found.get());
      Identity after = change.apply(before);
      if (after.equals(before) || records.replace(found.get().next(after.json()), now)) {
        return Optional.of(after);
      }
    }
    throw new StorageException("the identity " + name + " is changed by too many at once");
  }

  private String upsert(String kind, String name, UnaryOperator<String> change, Instant now) {
    for (int i = 0; i < TRIES; i++) {
      Optional<StoredRecord> found = records.find(kind, name, now);
      String value = change.apply(found.map(StoredRecord::value).orElse(null));
      boolean stored =
          found.isEmpty()
              ? records.insert(new StoredRecord(kind, name, 1, null, value, null), now)
              : records.replace(found.get().next(value), now);
      if (stored) {
        return value;
      }
    }
    throw new StorageException("the identity " + name + " is changed by too many at once");
  }

  private static Identity read(StoredRecord record) {
    return Identity.read(record.key(), record.value());
  }
}
