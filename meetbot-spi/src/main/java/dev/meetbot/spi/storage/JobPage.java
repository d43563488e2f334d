package dev.meetbot.spi.storage;

import dev.meetbot.model.Job;
import java.util.List;

/**
 * A page of a listing.
 *
 * @param more whether older jobs match too
 */
public record JobPage(List<Job> jobs, boolean more) {
  public JobPage {
    jobs = List.copyOf(jobs);
  }
}
