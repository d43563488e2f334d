package dev.meetbot.sdk;

import jakarta.json.bind.annotation.JsonbCreator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of jobs, the newest first.
 *
 * @param nextCursor for the page after this one; null when there is none
 */
public record JobPage(List<Job> jobs, @Nullable String nextCursor) {
  /** Checks that it is a page, and copies it. */
  @JsonbCreator
  public JobPage {
    Given.there(jobs, "jobs");
    jobs = Given.list(jobs);
  }
}
