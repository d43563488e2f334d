package dev.meetbot.jaxrs.dto;

import dev.meetbot.engine.HostView;
import dev.meetbot.engine.NodeView;
import dev.meetbot.model.JobStatus;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
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
  "nodes",
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
    List<Node> nodes,
    HealthDto.Ready ready) {

  /** Bots, and jobs by the name of their status. */
  @JsonbPropertyOrder({"capacity", "running", "byStatus"})
  public record Bots(int capacity, int running, Map<String, Long> byStatus) {}

  /** Queued jobs; {@code oldestSeconds} is null when none is due. */
  @JsonbPropertyOrder({"depth", "oldestSeconds"})
  public record Queue(long depth, @Nullable Long oldestSeconds) {}

  /** One of the servers that share the database. */
  @JsonbPropertyOrder({"id", "version", "running", "free", "draining", "seenAt"})
  public record Node(
      String id, String version, int running, int free, boolean draining, String seenAt) {
    static Node from(NodeView node) {
      return new Node(
          node.id(),
          node.version(),
          node.running(),
          node.free(),
          node.draining(),
          String.valueOf(Times.write(node.seenAt())));
    }
  }

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
        view.nodes().stream().map(Node::from).toList(),
        HealthDto.Ready.detailed(view.ready()));
  }
}
