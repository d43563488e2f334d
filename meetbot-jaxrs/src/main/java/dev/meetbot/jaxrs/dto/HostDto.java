package dev.meetbot.jaxrs.dto;

import dev.meetbot.engine.HostView;
import dev.meetbot.model.JobStatus;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The host view on the wire. */
@JsonbPropertyOrder({
  "version",
  "startedAt",
  "uptimeSeconds",
  "host",
  "jvm",
  "browsers",
  "bots",
  "queue",
  "deliveries",
  "ready"
})
public record HostDto(
    String version,
    String startedAt,
    long uptimeSeconds,
    HostView.Host host,
    HostView.Jvm jvm,
    HostView.Browsers browsers,
    Bots bots,
    Queue queue,
    HostView.Deliveries deliveries,
    HealthDto.Ready ready) {

  /** Bots, and jobs by the name of their status. */
  @JsonbPropertyOrder({"capacity", "running", "byStatus"})
  public record Bots(int capacity, int running, Map<String, Long> byStatus) {}

  /** Queued jobs; {@code oldestSeconds} is null when none is due. */
  @JsonbPropertyOrder({"depth", "oldestSeconds"})
  public record Queue(long depth, @Nullable Long oldestSeconds) {}

  public static HostDto from(HostView view) {
    Map<String, Long> byStatus = new LinkedHashMap<>();
    for (JobStatus status : JobStatus.values()) {
      byStatus.put(status.wireName(), view.bots().byStatus().getOrDefault(status, 0L));
    }
    Duration oldest = view.queue().oldest();
    return new HostDto(
        view.version(),
        String.valueOf(Times.write(view.startedAt())),
        view.uptime().toSeconds(),
        view.host(),
        view.jvm(),
        view.browsers(),
        new Bots(view.bots().capacity(), view.bots().running(), byStatus),
        new Queue(view.queue().depth(), oldest == null ? null : oldest.toSeconds()),
        view.deliveries(),
        HealthDto.Ready.detailed(view.ready()));
  }
}
