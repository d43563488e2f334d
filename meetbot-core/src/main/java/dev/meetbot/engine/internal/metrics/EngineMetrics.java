package dev.meetbot.engine.internal.metrics;

import dev.meetbot.engine.internal.host.Figures;
import dev.meetbot.engine.internal.host.Version;
import dev.meetbot.engine.internal.lifecycle.JobHook;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/** One engine's metrics, in a registry of its own. Thread-safe; counting never blocks. */
public final class EngineMetrics {
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
  private final JobMetrics jobs = new JobMetrics(registry);
  private final Counter attempts;
  private final Counter requests;
  private final Counter matches;
  private final Histogram answers;

  public EngineMetrics() {
    attempts =
        Counter.builder()
            .withoutExemplars()
            .name("meetbot_webhook_attempts")
            .help("Attempts to deliver a webhook, by what came back")
            .labelNames("outcome")
            .register(registry);
    matches =
        Counter.builder()
            .withoutExemplars()
            .name("meetbot_platform_element_matches")
            .help("Calls in which an element of a platform's pages was found by this alternative")
            .labelNames("platform", "element", "alternative")
            .register(registry);
    requests =
        Counter.builder()
            .withoutExemplars()
            .name("meetbot_http_requests")
            .help("Answered HTTP requests")
            .labelNames("method", "route", "status")
            .register(registry);
    answers =
        Histogram.builder()
            .withoutExemplars()
            .name("meetbot_http_request_seconds")
            .help("Time to answer")
            .labelNames("method", "route")
            .classicOnly()
            .classicUpperBounds(0.005, 0.02, 0.1, 0.5, 2, 10)
            .register(registry);
    Info.builder()
        .name("meetbot_build_info")
        .help("Which meetbot this is")
        .labelNames("version")
        .register(registry)
        .addLabelValues(Version.TEXT);
    JvmFigures.register(registry);
  }

  /** The work there is becomes part of every scrape; called once. */
  public void watch(Figures work) {
    WorkMetrics.register(registry, work);
  }

  /** What counts the jobs. */
  public JobHook jobs() {
    return jobs;
  }

  /** A webhook was tried. */
  public void attempted(String outcome) {
    attempts.labelValues(outcome).inc();
  }

  /** In one call an element of a platform's pages was found by this alternative; 0 is the first. */
  public void matched(String platform, String element, int alternative) {
    matches.labelValues(platform, element, Integer.toString(alternative)).inc();
  }

  /** An HTTP request was answered. */
  public void answered(String method, String route, int status, Duration took) {
    String known = METHODS.contains(method) ? method : "other";
    requests.labelValues(known, route, Integer.toString(status)).inc();
    answers.labelValues(known, route).observe(JobMetrics.seconds(took));
  }

  /** Everything in Prometheus's text format. */
  public String text() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writer.write(out, registry.scrape(), EscapingScheme.UNDERSCORE_ESCAPING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
