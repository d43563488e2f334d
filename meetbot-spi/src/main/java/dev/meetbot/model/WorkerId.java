package dev.meetbot.model;

/** Identity of one running engine; a restarted engine is a new worker. */
public record WorkerId(String value) {
  public WorkerId {
    Checks.text(value, 1, 128, "worker id");
  }

  @Override
  public String toString() {
    return value;
  }
}
