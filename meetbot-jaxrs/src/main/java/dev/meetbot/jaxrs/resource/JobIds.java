package dev.meetbot.jaxrs.resource;

import dev.meetbot.jaxrs.error.Problem;
import dev.meetbot.model.JobId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Job ids in paths. */
final class JobIds {
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private JobIds() {}

  /** The id in its canonical form; empty when the text cannot be one. */
  static Optional<JobId> parse(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return UUID.matcher(lower).matches() ? Optional.of(new JobId(lower)) : Optional.empty();
  }

  /** The id; what cannot be one is a job that nobody has. */
  static JobId require(String text) {
    return parse(text).orElseThrow(JobIds::notFound);
  }

  static RuntimeException notFound() {
    return Problem.notFound("there is no such job").exception();
  }
}
