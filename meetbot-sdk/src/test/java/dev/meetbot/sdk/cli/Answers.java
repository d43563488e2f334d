package dev.meetbot.sdk.cli;

import java.util.Map;

/** Answers of a server. */
final class Answers {
  private Answers() {}

  static String job(String id, String status) {
    return job(id, status, "");
  }

  /** With further fields, such as {@code "participantCount":2}. */
  static String job(String id, String status, String more) {
    return "{\"id\":\"%s\",\"externalId\":\"lesson-1\",\"platform\":\"jitsi\",\"status\":\"%s\","
            .formatted(id, status)
        + "\"meetingUrl\":\"https://meet.example/a?pwd=s3cret\",\"displayName\":\"bot\","
        + "\"createdAt\":\"2026-11-22T09:59:00.000Z\""
        + (more.contains("statusHistory") ? "" : ",\"statusHistory\":[" + entry(status, 0) + "]")
        + (more.isEmpty() ? "" : "," + more)
        + "}";
  }

  static String history(String... statuses) {
    StringBuilder entries = new StringBuilder();
    for (int i = 0; i < statuses.length; i++) {
      entries.append(i == 0 ? "" : ",").append(entry(statuses[i], i));
    }
    return "\"statusHistory\":[" + entries + "]";
  }

  private static String entry(String status, int second) {
    return "{\"status\":\"%s\",\"at\":\"2026-11-22T09:59:%02d.000Z\",\"reason\":null}"
        .formatted(status, second);
  }

  static String verb(String verb, String status) {
    return "{\"jobId\":\"1\",\"verb\":\"%s\",\"requestId\":\"req_1\",\"accepted\":true,\"status\":\"%s\"}"
        .formatted(verb, status);
  }

  static String error(String code, String message) {
    return "{\"error\":\"%s\",\"message\":\"%s\",\"requestId\":\"req_1\"}".formatted(code, message);
  }

  /** A manifest of files: names and bytes. */
  static String manifest(Map<String, String> files) {
    StringBuilder entries = new StringBuilder();
    files.forEach(
        (name, text) ->
            entries
                .append(entries.isEmpty() ? "" : ",")
                .append(
                    "{\"name\":\"%s\",\"kind\":\"audio\",\"mediaType\":\"audio/webm\",\"bytes\":%d,"
                        .formatted(name, text.length()))
                .append(
                    "\"sha256\":\"%s\",\"durationMs\":61000,\"speaker\":\"Ada\"}"
                        .formatted(sha(text))));
    return "{\"version\":1,\"job\":{\"id\":\"1\",\"externalId\":\"lesson-1\"},\"files\":["
        + entries
        + "],\"recording\":{\"startedAt\":\"2026-11-22T09:59:00.000Z\",\"durationMs\":61000},"
        + "\"participants\":[{\"name\":\"Ada\"}],\"exit\":{\"status\":\"completed\"}}";
  }

  private static String sha(String text) {
    try {
      return java.util.HexFormat.of()
          .formatHex(
              java.security.MessageDigest.getInstance("SHA-256")
                  .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
