package dev.meetbot.provider.platform.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The way in and whatever stands in it later. Pure.
 *
 * @param steps in order: the first that may be done is done
 */
record Flow(List<FlowStep> steps) {
  Flow {
    steps = List.copyOf(steps);
  }

  /**
   * The next step.
   *
   * @param open names of the steps whose conditions hold on the page
   * @param notNow names of those that were tried just now, in vain
   */
  Optional<FlowStep> next(
      Set<String> open, Set<String> notNow, Doings doings, boolean passcode, Instant now) {
    return steps.stream()
        .filter(step -> open.contains(step.name()) && !notNow.contains(step.name()))
        .filter(step -> passcode || step.act() != FlowStep.Act.PASSCODE)
        .filter(step -> doings.allow(step, now))
        .findFirst();
  }
}
