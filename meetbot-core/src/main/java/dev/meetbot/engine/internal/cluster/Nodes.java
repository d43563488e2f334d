package dev.meetbot.engine.internal.cluster;

import dev.meetbot.engine.NodeView;
import dev.meetbot.spi.storage.RecordStore;
import dev.meetbot.spi.storage.StoredRecord;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The engines that share a storage: each tells of itself again and again, and one that has not told
 * for a while is gone. Thread-safe.
 */
public final class Nodes {
  private static final String KIND = "node";
  private static final int MOST = 1000;

  private final RecordStore records;
  private final Duration lifetime;
  private final InstantSource clock;

  /**
   * @param lifetime how long a node counts after it last told of itself
   */
  public Nodes(RecordStore records, Duration lifetime, InstantSource clock) {
    this.records = records;
    this.lifetime = lifetime;
    this.clock = clock;
  }

  /** Tells of this one. */
  public void tell(NodeView node) {
    Instant now = clock.instant();
    Optional<StoredRecord> known = records.find(KIND, node.id(), now);
    long version = known.map(record -> record.version() + 1).orElse(1L);
    StoredRecord record =
        new StoredRecord(KIND, node.id(), version, null, text(node), now.plus(lifetime));
    // only the node itself writes its record: when this fails, the next time comes soon
    if (known.isPresent()) {
      records.replace(record, now);
    } else {
      records.insert(record, now);
    }
  }

  /** This one is gone. */
  public void leave(String id) {
    records.delete(KIND, id);
  }

  /** All that told of themselves lately, by id. */
  public List<NodeView> all() {
    return records.list(KIND, "", null, MOST, clock.instant()).stream().map(Nodes::read).toList();
  }

  private static String text(NodeView node) {
    return Json.createObjectBuilder()
        .add("version", node.version())
        .add("running", node.running())
        .add("free", node.free())
        .add("draining", node.draining())
        .add("seenAt", node.seenAt().toString())
        .build()
        .toString();
  }

  private static NodeView read(StoredRecord record) {
    try (var reader = Json.createReader(new StringReader(record.value()))) {
      JsonObject node = reader.readObject();
      return new NodeView(
          record.key(),
          node.getString("version"),
          node.getInt("running"),
          node.getInt("free"),
          node.getBoolean("draining"),
          Instant.parse(node.getString("seenAt")));
    }
  }
}
