package dev.meetbot.engine;

import dev.meetbot.engine.internal.metrics.EngineMetrics;
import java.time.Duration;

/** What monitoring asks for, in Prometheus's words. Thread-safe. */
public final class Metrics {
  /** Media type of {@link #text()}. */
  public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final EngineMetrics metrics;

  Metrics(EngineMetrics metrics) {
    this.metrics = metrics;
  }

  /** All metrics in Prometheus's text format; asks the storage for some of them. */
  public String text() {
    return metrics.text();
  }

  /**
   * An HTTP request was answered.
   *
   * @param route the template that matched, never the path itself: there must not be many
   */
  public void answered(String method, String route, int status, Duration took) {
    metrics.answered(method, route, status, took);
  }
}
