package dev.meetbot.engine.internal.cluster;

import dev.meetbot.engine.NodeView;
import java.util.List;

/**
 * Whether one more bot may wait for a place. Pure.
 *
 * @param maxWaiting how many bots whose time has come may wait at all nodes together; 0 when a bot
 *     has to find a place at once
 */
public record WaitingRule(int maxWaiting) {
  /**
   * Whether one more may come.
   *
   * @param due queued jobs whose time has come
   */
  public boolean admits(long due, List<NodeView> nodes) {
    long free = nodes.stream().filter(n -> !n.draining()).mapToLong(NodeView::free).sum();
    return due < free + maxWaiting;
  }
}
