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
  private Instant shownSince = Instant.EPOCH;

  /** The page shows this document now. */
  void on(String shown, Instant now) {
    if (!shown.equals(document)) {
      document = shown;
      shownSince = now;
      here.clear();
    }
  }

  void note(FlowStep step, Instant now) {
    here.merge(step.name(), 1, Integer::sum);
    everywhere.merge(step.name(), 1, Integer::sum);
    last.put(step.name(), now);
  }

  /**
   * Whether the step may be done now, as far as having done it before goes. A page is loaded anew
   * only when it has been there for the step's time.
   */
  boolean allow(FlowStep step, Instant now) {
    int all = everywhere.getOrDefault(step.name(), 0);
    if (step.act() == FlowStep.Act.RELOAD) {
      return all < step.times() && !now.isBefore(shownSince.plus(step.again()));
    }
    int count = here.getOrDefault(step.name(), 0);
    Instant before = last.getOrDefault(step.name(), Instant.EPOCH);
    return count < step.times()
        && all < step.times() * DOCUMENTS
        && (count == 0 || !now.isBefore(before.plus(step.again())));
  }
}
