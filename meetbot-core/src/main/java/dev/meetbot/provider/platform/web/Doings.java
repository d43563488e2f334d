package dev.meetbot.provider.platform.web;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What was done so far. A new document has forgotten all of it, but nothing is done endlessly. */
final class Doings {
  /** More documents than this with the same step on each are a page that goes in circles. */
  private static final int DOCUMENTS = 8;

  private final Map<String, Integer> here = new HashMap<>();
  private final Map<String, Integer> everywhere = new HashMap<>();
  private final Map<String, Instant> last = new HashMap<>();
  private String document = "";

  /** The page shows this document now. */
  void on(String shown) {
    if (!shown.equals(document)) {
      document = shown;
      here.clear();
    }
  }

  void note(FlowStep step, Instant now) {
    here.merge(step.name(), 1, Integer::sum);
    everywhere.merge(step.name(), 1, Integer::sum);
    last.put(step.name(), now);
  }

  /** Whether the step may be done now, as far as having done it before goes. */
  boolean allow(FlowStep step, Instant now) {
    Instant before = last.get(step.name());
    if (step.act() == FlowStep.Act.RELOAD) {
      return everywhere.getOrDefault(step.name(), 0) < step.times() && isPast(before, step, now);
    }
    int count = here.getOrDefault(step.name(), 0);
    return count < step.times()
        && everywhere.getOrDefault(step.name(), 0) < step.times() * DOCUMENTS
        && (count == 0 || isPast(before, step, now));
  }

  private static boolean isPast(
      @org.jspecify.annotations.Nullable Instant before, FlowStep step, Instant now) {
    return before == null || !now.isBefore(before.plus(step.again()));
  }
}
