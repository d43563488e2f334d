package dev.meetbot.engine;

import com.github.f4b6a3.ulid.UlidCreator;
import dev.meetbot.engine.internal.intake.WebhookUrlCheck;
import dev.meetbot.engine.internal.webhook.DeliverySender;
import dev.meetbot.engine.internal.webhook.Events;
import dev.meetbot.model.Delivery;
import dev.meetbot.model.DeliveryId;
import dev.meetbot.model.JobId;
import dev.meetbot.model.TenantId;
import dev.meetbot.model.WebhookMessage;
import dev.meetbot.spi.storage.DeliveryCounts;
import dev.meetbot.spi.storage.JobStore;
import dev.meetbot.spi.storage.Outbox;
import dev.meetbot.spi.storage.StorageProvider;
import dev.meetbot.spi.webhook.DeliveryResult;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tenant's webhooks: what was sent, sending it again, trying a URL. Thread-safe; may block. */
public final class Deliveries {
  private final JobStore jobs;
  private final Outbox outbox;
  private final DeliverySender sender;
  private final WebhookUrlCheck urls;
  private final Runnable wake;
  private final InstantSource clock;

  /**
   * @param wake has the outbox looked at soon
   */
  Deliveries(
      StorageProvider storage,
      DeliverySender sender,
      WebhookUrlCheck urls,
      Runnable wake,
      InstantSource clock) {
    this.jobs = storage.jobs();
    this.outbox = storage.outbox();
    this.sender = sender;
    this.urls = urls;
    this.wake = wake;
    this.clock = clock;
  }

  /**
   * A job's deliveries with all their attempts, in the order of its events.
   *
   * @throws JobNotFoundException when the tenant has no such job
   */
  public List<Delivery> list(TenantId tenant, JobId job) {
    if (jobs.find(job).filter(j -> j.tenant().equals(tenant)).isEmpty()) {
      throw new JobNotFoundException(job);
    }
    return outbox.list(job);
  }

  /** The tenant's delivery of that id. */
  public Optional<Delivery> find(TenantId tenant, DeliveryId id) {
    return outbox.find(id).filter(d -> d.message().tenant().equals(tenant));
  }

  /**
   * Sends a delivered or dead delivery again, under the same id, and enables its URL when that was
   * disabled. A pending one stays as it is. Empty when the tenant has no such delivery.
   */
  public Optional<Delivery> redeliver(TenantId tenant, DeliveryId id) {
    Optional<Delivery> found = find(tenant, id);
    if (found.isEmpty()) {
      return found;
    }
    outbox.enable(tenant, found.get().message().url());
    outbox.redeliver(id, clock.instant());
    wake.run();
    return outbox.find(id);
  }

  /**
   * Sends a {@code webhook.test} event to a URL, once and at once; nothing of it is kept. When the
   * receiver takes it, a disabled URL is enabled.
   *
   * @param version of the envelope, 1 or 2
   * @throws InvalidJobException when the URL or the version makes no sense
   */
  public TestDelivery test(TenantId tenant, @Nullable String url, int version) {
    URI target = urls.require(url, version);
    Instant now = clock.instant();
    DeliveryId id = new DeliveryId("dlv_" + UlidCreator.getUlid(now.toEpochMilli()));
    WebhookMessage message = Events.test(id, tenant, target, version, now);
    long start = System.nanoTime();
    DeliveryResult result = sender.send(message, 1, now);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    boolean delivered = DeliverySender.delivered(result);
    if (delivered) {
      outbox.enable(tenant, target);
    }
    String error = delivered ? null : DeliverySender.error(result);
    return new TestDelivery(id, delivered, result.status(), error, took);
  }

  /** How many deliveries of all tenants are pending and dead; for the operator. */
  public DeliveryCounts counts() {
    return outbox.counts();
  }
}
