package dev.meetbot.engine.internal.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds packets a moment and gives them out in order. Pure; used by one thread.
 *
 * @param <T> a packet
 */
final class PacketOrder<T> {
  /** A hole of more numbers than this is a sender that began anew, not loss. */
  private static final long RESTART = 3_000;

  private record Held<T>(double receivedMs, T packet) {}

  private final double holdMs;
  private final boolean counted;
  private final TreeMap<Long, Held<T>> held = new TreeMap<>();
  private long last = Long.MIN_VALUE;
  private long lost;
  private long duplicates;

  /**
   * @param holdMs how long a packet waits for earlier ones
   * @param counted whether the numbers are without holes unless a packet was lost
   */
  PacketOrder(double holdMs, boolean counted) {
    this.holdMs = holdMs;
    this.counted = counted;
  }

  /** Takes a packet; one that was there before or comes too late is dropped. */
  void offer(long number, double receivedMs, T packet) {
    if (number <= last || held.putIfAbsent(number, new Held<>(receivedMs, packet)) != null) {
      duplicates++;
    }
  }

  /** The packets whose turn has come. */
  List<T> release(double nowMs) {
    long upTo = Long.MIN_VALUE;
    for (Map.Entry<Long, Held<T>> entry : held.descendingMap().entrySet()) {
      if (nowMs - entry.getValue().receivedMs >= holdMs) {
        upTo = entry.getKey();
        break;
      }
    }
    return upTo == Long.MIN_VALUE ? List.of() : take(upTo);
  }

  /** All that are held, in order. */
  List<T> releaseAll() {
    return take(Long.MAX_VALUE);
  }

  /** Numbers that never came. */
  long lost() {
    return lost;
  }

  /** Packets that came twice or too late. */
  long duplicates() {
    return duplicates;
  }

  private List<T> take(long upTo) {
    Map<Long, Held<T>> due = held.headMap(upTo, true);
    List<T> packets = new ArrayList<>(due.size());
    due.forEach(
        (number, item) -> {
          long hole = last == Long.MIN_VALUE ? 0 : number - last - 1;
          lost += counted && hole <= RESTART ? hole : 0;
          last = number;
          packets.add(item.packet);
        });
    due.clear();
    return packets;
  }
}
