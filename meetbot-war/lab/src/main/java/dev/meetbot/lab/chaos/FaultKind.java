package dev.meetbot.lab.chaos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What breaks. */
enum FaultKind {
  SERVER,
  BROWSER,
  DRIVER,
  DATABASE,
  RECEIVER,
  DISK,
  NETWORK;

  /** Whether it takes a namespace of our own. */
  boolean needsNamespace() {
    return this == DISK || this == NETWORK;
  }

  /**
   * So many faults in an order drawn from the random numbers; every kind comes before any again.
   */
  static List<FaultKind> drawn(int count, boolean namespace, Random random) {
    List<FaultKind> drawn = new ArrayList<>();
    while (drawn.size() < count) {
      List<FaultKind> round = new ArrayList<>(List.of(values()));
      round.removeIf(kind -> kind.needsNamespace() && !namespace);
      Collections.shuffle(round, random);
      drawn.addAll(round);
    }
    return List.copyOf(drawn.subList(0, count));
  }
}
