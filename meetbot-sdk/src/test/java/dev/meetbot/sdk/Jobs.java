package dev.meetbot.sdk;

/** Answers about jobs. */
final class Jobs {
  private Jobs() {}

  static String of(String id, String status) {
    return "{\"id\":\"" + id + "\",\"status\":\"" + status + "\"}";
  }

  static String page(String next, String... ids) {
    StringBuilder jobs = new StringBuilder();
    for (String id : ids) {
      jobs.append(jobs.isEmpty() ? "" : ",").append(of(id, "queued"));
    }
    return "{\"jobs\":["
        + jobs
        + "],\"nextCursor\":"
        + (next == null ? "null" : "\"" + next + "\"")
        + "}";
  }
}
