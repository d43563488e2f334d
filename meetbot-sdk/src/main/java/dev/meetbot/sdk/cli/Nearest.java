package dev.meetbot.sdk.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Which name somebody may have meant. Pure. */
final class Nearest {
  private static final int FARTHEST = 2;

  private Nearest() {}

  /** The name that takes the fewest changed letters; empty when all take more than two. */
  static Optional<String> find(String typed, Collection<String> names) {
    return names.stream()
        .filter(name -> distance(typed, name) <= FARTHEST && name.length() > FARTHEST)
        .min(Comparator.comparingInt(name -> distance(typed, name)));
  }

  /** Letters to add, drop or change. */
  static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
