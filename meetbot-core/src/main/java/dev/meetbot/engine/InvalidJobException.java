package dev.meetbot.engine;

import java.util.List;
import java.util.stream.Collectors;

/** A request that cannot become a job; it says all that is wrong with it. */
public final class InvalidJobException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Issue> issues;

  public InvalidJobException(List<Issue> issues) {
    super(issues.stream().map(Issue::message).collect(Collectors.joining("; ")));
    this.issues = List.copyOf(issues);
  }

  public List<Issue> issues() {
    return issues;
  }
}
