package dev.meetbot.jaxrs.security;

import java.util.List;

/** Which paths are of what kind; without the slash at the beginning. */
final class Paths {
  private static final List<String> LIMITED = List.of("api/", "cli-auth", "webhooks/", "metrics");
  private static final String POLL = "api/v1/cli-auth/poll/";

  private Paths() {}

  /** Whether requests count: all but probes, descriptions and the room. */
  static boolean limited(String path) {
    return LIMITED.stream().anyMatch(plain(path)::startsWith);
  }

  /** The built-in meeting room is no part of the API. */
  static boolean ofRoom(String path) {
    return plain(path).startsWith("room/") || plain(path).equals("room");
  }

  /** Where wrong codes and keys can be tried out. */
  static boolean guessable(String path) {
    return plain(path).equals("cli-auth") || plain(path).equals("api/v1/cli-auth/complete");
  }

  /** The path for a log: a nonce is a secret. */
  static String loggable(String path) {
    int at = path.indexOf(POLL);
    return at < 0 ? path : path.substring(0, at + POLL.length()) + "...";
  }

  private static String plain(String path) {
    return path.startsWith("/") ? path.substring(1) : path;
  }
}
