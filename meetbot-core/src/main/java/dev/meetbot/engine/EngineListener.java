package dev.meetbot.engine;

import dev.meetbot.model.Job;

/**
 * Told of every stored change of a job, after the commit, on the thread that made it: it must
 * return quickly and do no I/O. What it throws is logged and changes nothing.
 */
@FunctionalInterface
public interface EngineListener {
  void changed(Job job);
}
