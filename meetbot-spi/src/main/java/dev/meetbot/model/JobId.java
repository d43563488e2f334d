package dev.meetbot.model;

/** Identity of a job: a UUID of version 7 in its canonical text form, so that ids sort by age. */
public record JobId(String value) implements Comparable<JobId> {
  public JobId {
    Checks.text(value, 1, 64, "job id");
  }

  @Override
  public int compareTo(JobId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
