package dev.meetbot.engine;

import java.util.List;

/**
 * One thing that is wrong with a request.
 *
 * @param path where, from the request's root, for example {@code ["webhooks", "onFinalize"]}
 * @param code for machines, for example {@code invalid_url}
 * @param message for people
 */
public record Issue(List<String> path, String code, String message) {
  public Issue {
    path = List.copyOf(path);
  }
}
