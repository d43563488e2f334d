package dev.meetbot.sdk;

import java.util.List;

/**
 * One thing that is wrong with a request.
 *
 * @param path names from the body down to the field; empty for the body itself
 * @param code for machines, such as {@code required}
 * @param message for people
 */
public record Issue(List<String> path, String code, String message) {
  /** Copies the path. */
  public Issue {
    path = List.copyOf(path);
  }
}
