package dev.meetbot.provider.memory;

import dev.meetbot.model.Delivery;
import dev.meetbot.model.DeliveryAttempt;
import dev.meetbot.model.DeliveryId;
import dev.meetbot.model.JobId;
import dev.meetbot.model.TenantId;
import dev.meetbot.model.WebhookMessage;
import dev.meetbot.model.WorkerId;
import dev.meetbot.spi.storage.Outbox;
import dev.meetbot.spi.storage.StorageException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Deliveries in a map, and until when the claimed ones are claimed. */
final class MemoryOutbox implements Outbox {
  private final Object lock;
  private final Map<DeliveryId, Delivery> deliveries = new LinkedHashMap<>();
  private final Map<DeliveryId, Instant> claimedUntil = new LinkedHashMap<>();

  MemoryOutbox(Object lock) {
    this.lock = lock;
  }

  /** Adds all or, when one breaks a rule, none. */
  void add(List<WebhookMessage> messages) {
    synchronized (lock) {
      Set<Object> ids = new HashSet<>(deliveries.keySet());
      Set<Object> places = new HashSet<>();
      deliveries.values().forEach(d -> places.add(Place.of(d.message())));
      for (WebhookMessage message : messages) {
        if (!ids.add(message.id()) || !places.add(Place.of(message))) {
          throw new StorageException("message " + message.id() + " is there already");
        }
      }
      for (WebhookMessage m : messages) {
        deliveries.put(m.id(), new Delivery(m, Delivery.State.PENDING, m.emittedAt(), List.of()));
      }
    }
  }

  @Override
  public List<Delivery> claimDue(WorkerId worker, Instant now, Duration claimTimeout, int limit) {
    synchronized (lock) {
      Map<Object, Delivery> heads = new LinkedHashMap<>();
      deliveries.values().stream()
          .filter(d -> d.state() == Delivery.State.PENDING)
          .sorted(Comparator.comparing(d -> d.message().sequence()))
          .forEach(d -> heads.putIfAbsent(Queue.of(d.message()), d));
      List<Delivery> due =
          heads.values().stream()
              .filter(d -> !d.nextAttemptAt().isAfter(now) && !claimedAt(d, now))
              .sorted(Comparator.comparing(Delivery::nextAttemptAt))
              .limit(limit)
              .toList();
      due.forEach(d -> claimedUntil.put(d.message().id(), now.plus(claimTimeout)));
      return due;
    }
  }

  private boolean claimedAt(Delivery delivery, Instant now) {
    Instant until = claimedUntil.get(delivery.message().id());
    return until != null && now.isBefore(until);
  }

  @Override
  public void recordAttempt(
      DeliveryId id, DeliveryAttempt attempt, Delivery.State next, @Nullable Instant retryAt) {
    if (next == Delivery.State.PENDING && retryAt == null) {
      throw new IllegalArgumentException("a pending delivery needs the time of its retry");
    }
    synchronized (lock) {
      Delivery before = existing(id);
      List<DeliveryAttempt> attempts = new ArrayList<>(before.attempts());
      attempts.add(attempt);
      Instant at = retryAt == null ? before.nextAttemptAt() : retryAt;
      deliveries.put(id, new Delivery(before.message(), next, at, attempts));
      claimedUntil.remove(id);
    }
  }

  private Delivery existing(DeliveryId id) {
    Delivery delivery = deliveries.get(id);
    if (delivery == null) {
      throw new StorageException("there is no delivery " + id);
    }
    return delivery;
  }

  @Override
  public Optional<Delivery> find(DeliveryId id) {
    synchronized (lock) {
      return Optional.ofNullable(deliveries.get(id));
    }
  }

  @Override
  public List<Delivery> list(JobId job) {
    synchronized (lock) {
      return deliveries.values().stream()
          .filter(d -> d.message().job().equals(job))
          .sorted(Comparator.comparing(d -> d.message().sequence()))
          .toList();
    }
  }

  @Override
  public void redeliver(DeliveryId id, Instant now) {
    synchronized (lock) {
      Delivery d = existing(id);
      if (d.state() != Delivery.State.PENDING) {
        deliveries.put(id, new Delivery(d.message(), Delivery.State.PENDING, now, d.attempts()));
      }
    }
  }

  @Override
  public long pendingCount() {
    synchronized (lock) {
      return deliveries.values().stream().filter(d -> d.state() == Delivery.State.PENDING).count();
    }
  }

  /** Within one of these, messages keep their order. */
  private record Queue(JobId job, URI url) {
    static Queue of(WebhookMessage message) {
      return new Queue(message.job(), message.url());
    }
  }

  /** There is one message at most for each of these. */
  private record Place(Queue queue, long sequence) {
    static Place of(WebhookMessage message) {
      return new Place(Queue.of(message), message.sequence());
    }
  }

  /** Forgets all messages of a tenant. */
  void deleteOf(TenantId tenant) {
    synchronized (lock) {
      deliveries.values().removeIf(d -> d.message().tenant().equals(tenant));
      claimedUntil.keySet().retainAll(deliveries.keySet());
    }
  }
}
