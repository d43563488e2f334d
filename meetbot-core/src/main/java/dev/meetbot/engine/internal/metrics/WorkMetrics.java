package dev.meetbot.engine.internal.metrics;

import dev.meetbot.engine.HostView;
import dev.meetbot.engine.internal.host.Figures;
import dev.meetbot.spi.storage.StorageException;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback.Callback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/** The work there is, asked for at each scrape. */
final class WorkMetrics {
  private static final Logger LOG = System.getLogger(WorkMetrics.class.getName());

  private final PrometheusRegistry registry;

  private WorkMetrics(PrometheusRegistry registry) {
    this.registry = registry;
  }

  static void register(PrometheusRegistry registry, Figures work) {
    WorkMetrics metrics = new WorkMetrics(registry);
    metrics.gauge(
        "meetbot_jobs",
        "Jobs of all tenants and servers by status",
        to -> work.byStatus().forEach((status, count) -> to.call(count, status.wireName())),
        "status");
    metrics.gauge(
        "meetbot_queue_oldest_seconds",
        "How long the job waits that is due longest; 0 when none is due",
        to -> to.call(work.oldest().map(JobMetrics::seconds).orElse(0.0)));
    metrics.gauge("meetbot_bots_running", "Bots on this server", to -> to.call(work.running()));
    metrics.gauge(
        "meetbot_bots_capacity", "Most bots on this server", to -> to.call(work.capacity()));
    metrics.gauge(
        "meetbot_deliveries",
        "Webhook messages that are not delivered, by state",
        to -> {
          HostView.Deliveries counts = work.deliveries();
          to.call(counts.pending(), "pending");
          to.call(counts.dead(), "dead");
        },
        "state");
  }

  /** A storage that does not answer takes its own figures off the page, and not the others'. */
  private void gauge(String name, String help, Consumer<Callback> ask, String... labels) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .labelNames(labels)
        .callback(
            to -> {
              try {
                ask.accept(to);
              } catch (StorageException e) {
                LOG.log(Level.WARNING, "no figures for " + name, e);
              }
            })
        .register(registry);
  }
}
