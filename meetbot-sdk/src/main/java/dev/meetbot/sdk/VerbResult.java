package dev.meetbot.sdk;

import jakarta.json.bind.annotation.JsonbCreator;

/**
 * What was asked of the bot was taken on; it is done as soon as the bot hears of it.
 *
 * @param verb as in the path, such as {@code pause-recording}
 * @param requestId by what the server's log has it
 * @param status the job's, when it was asked
 */
public record VerbResult(
    String jobId, String verb, String requestId, boolean accepted, JobStatus status) {
  /** Checks that it is such an answer. */
  @JsonbCreator
  public VerbResult {
    Given.there(jobId, "jobId");
    Given.there(status, "status");
  }
}
