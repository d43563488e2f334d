package dev.meetbot.provider.memory;

import dev.meetbot.model.Delivery;
import dev.meetbot.model.DeliveryAttempt;
import dev.meetbot.model.DeliveryId;
import dev.meetbot.model.JobId;
import dev.meetbot.model.TenantId;
import dev.meetbot.model.WebhookMessage;
import dev.meetbot.model.WorkerId;
import dev.meetbot.spi.storage.ClaimRoom;
import dev.meetbot.spi.storage.DeliveryCounts;
import dev.meetbot.spi.storage.Outbox;
import dev.meetbot.spi.storage.StorageException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
  private final Map<Target, String> disabled = new HashMap<>();

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
  public List<Delivery> claimDue(
      WorkerId worker, Instant now, Duration claimTimeout, ClaimRoom room) {
    synchronized (lock) {
      Map<Object, Delivery> heads = new LinkedHashMap<>();
      deliveries.values().stream()
          .filter(d -> d.state() == Delivery.State.PENDING)
          .sorted(Comparator.comparing(d -> d.message().sequence()))
          .forEach(d -> heads.putIfAbsent(Queue.of(d.message()), d));
      List<Delivery> claimed = new ArrayList<>();
      heads.values().stream()
          .filter(d -> !d.nextAttemptAt().isAfter(now) && !claimedAt(d, now))
          .sorted(Comparator.comparing(Delivery::nextAttemptAt))
          .forEach(
              d -> {
                if (room.has(d.message())) {
                  room.take(d.message().url(), d.message().tenant());
                  claimed.add(d);
                }
              });
      claimed.forEach(d -> claimedUntil.put(d.message().id(), now.plus(claimTimeout)));
      return claimed;
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
      // a worker that comes too late must not have a delivered message sent again
      boolean done = before.state() == Delivery.State.DELIVERED;
      Instant at = retryAt == null || done ? before.nextAttemptAt() : retryAt;
      Delivery.State state = done ? before.state() : next;
      deliveries.put(id, new Delivery(before.message(), state, at, attempts));
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
  public DeliveryCounts counts() {
    synchronized (lock) {
      return new DeliveryCounts(count(Delivery.State.PENDING), count(Delivery.State.DEAD));
    }
  }

  private long count(Delivery.State state) {
    return deliveries.values().stream().filter(d -> d.state() == state).count();
  }

  @Override
  public void disable(TenantId tenant, URI url, String reason, Instant now) {
    synchronized (lock) {
      if (disabled.putIfAbsent(new Target(tenant, url), reason) != null) {
        return;
      }
      deliveries.replaceAll(
          (id, d) ->
              Target.of(d.message()).equals(new Target(tenant, url))
                      && d.state() == Delivery.State.PENDING
                      && d.nextAttemptAt().isAfter(now)
                  ? new Delivery(d.message(), d.state(), now, d.attempts())
                  : d);
    }
  }

  @Override
  public void enable(TenantId tenant, URI url) {
    synchronized (lock) {
      disabled.remove(new Target(tenant, url));
    }
  }

  @Override
  public Optional<String> disabled(TenantId tenant, URI url) {
    synchronized (lock) {
      return Optional.ofNullable(disabled.get(new Target(tenant, url)));
    }
  }

  @Override
  public int deleteOf(TenantId tenant) {
    synchronized (lock) {
      int before = deliveries.size();
      deliveries.values().removeIf(d -> d.message().tenant().equals(tenant));
      claimedUntil.keySet().retainAll(deliveries.keySet());
      disabled.keySet().removeIf(target -> target.tenant().equals(tenant));
      return before - deliveries.size();
    }
  }

  /** What can be disabled. */
  private record Target(TenantId tenant, URI url) {
    static Target of(WebhookMessage message) {
      return new Target(message.tenant(), message.url());
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
}
