package dev.meetbot.engine.internal.credit;

import dev.meetbot.model.LedgerEntry;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.payment.Payment;
import dev.meetbot.spi.payment.PaymentNotice;
import dev.meetbot.spi.storage.RecordStore;
import dev.meetbot.spi.storage.StorageProvider;
import dev.meetbot.spi.storage.StoredRecord;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Books payments, each once, however often, by however many notices and at however many servers it
 * is told of. Thread-safe.
 */
public final class TopUps {
  private static final Logger LOG = System.getLogger(TopUps.class.getName());
  private static final Duration REMEMBERED = Duration.ofDays(90);

  private final StorageProvider storage;
  private final InstantSource clock;

  public TopUps(StorageProvider storage, InstantSource clock) {
    this.storage = storage;
    this.clock = clock;
  }

  /** Takes note; returns whether credit was added now. A repeat changes nothing. */
  public boolean apply(String service, PaymentNotice notice) {
    Payment payment = notice.payment();
    boolean added = payment != null && book(service, notice.id(), payment);
    Instant now = clock.instant();
    String about = Json.createObjectBuilder().add("type", notice.type()).build().toString();
    boolean first =
        storage
            .records()
            .insert(
                new StoredRecord(
                    service, "event/" + notice.id(), 1, null, about, now.plus(REMEMBERED)),
                now);
    LOG.log(
        Level.INFO,
        "{0} event {1} ({2}): {3}",
        service,
        notice.id(),
        notice.type(),
        added ? "credit added" : first ? "noted" : "repeated");
    return added;
  }

  private boolean book(String service, String noticeId, Payment payment) {
    Optional<TenantId> tenant = tenant(payment.tenant());
    if (tenant.isEmpty()) {
      LOG.log(
          Level.WARNING,
          "{0} event {1} pays for a tenant that is not there: nothing booked",
          service,
          noticeId);
      return false;
    }
    return storage
        .ledger()
        .append(
            new LedgerEntry(
                service + "/" + firstNotice(service, noticeId, payment),
                tenant.get(),
                LedgerEntry.Kind.TOP_UP,
                payment.amountMicros(),
                null,
                "paid by " + service,
                clock.instant()));
  }

  /** The notice that told of the purchase first: two of them are one payment. */
  private String firstNotice(String service, String noticeId, Payment payment) {
    RecordStore records = storage.records();
    Instant now = clock.instant();
    String key = "purchase/" + payment.reference();
    String value = Json.createObjectBuilder().add("event", noticeId).build().toString();
    if (records.insert(new StoredRecord(service, key, 1, null, value, null), now)) {
      return noticeId;
    }
    StoredRecord first = records.find(service, key, now).orElseThrow();
    try (JsonReader reader = Json.createReader(new StringReader(first.value()))) {
      return reader.readObject().getString("event");
    }
  }

  private Optional<TenantId> tenant(String text) {
    try {
      TenantId id = new TenantId(text);
      return storage.tenants().find(id).map(tenant -> id);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
