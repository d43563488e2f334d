package dev.meetbot.sdk;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** What goes out: one request for each method of the API. */
record Requests(String baseUrl, String apiKey) {
  private static final String JOBS = "/api/v1/jobs";

  HttpRequest dispatch(DispatchRequest request, String key) {
    return posted(JOBS, key, request.wire());
  }

  HttpRequest job(String jobId) {
    return json(job(jobId, "")).GET().build();
  }

  HttpRequest list(Map<String, String> query) {
    return json(query.isEmpty() ? JOBS : JOBS + "?" + Wire.query(query)).GET().build();
  }

  HttpRequest cancel(String jobId) {
    return json(job(jobId, "")).DELETE().build();
  }

  HttpRequest verb(String jobId, String verb, String key) {
    return json(job(jobId, "/" + verb))
        .header("Idempotency-Key", key)
        .POST(BodyPublishers.noBody())
        .build();
  }

  HttpRequest chat(String jobId, String message, String key) {
    return posted(job(jobId, "/send-chat-message"), key, Map.of("message", message));
  }

  HttpRequest manifest(String jobId) {
    return json(job(jobId, "/manifest")).GET().build();
  }

  /** From that byte on; 0 for the whole file. */
  HttpRequest artifact(String jobId, String name, long from) {
    HttpRequest.Builder request =
        to(job(jobId, "/artifacts/" + Wire.path(name))).header("Accept", "*/*").GET();
    return (from > 0 ? request.header("Range", "bytes=" + from + "-") : request).build();
  }

  private static String job(String jobId, String rest) {
    return JOBS + "/" + Wire.segment(jobId) + rest;
  }

  private HttpRequest posted(String path, String key, Map<String, ?> body) {
    return json(path)
        .header("Idempotency-Key", key)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(Json.write(body)))
        .build();
  }

  private HttpRequest.Builder json(String path) {
    return to(path).header("Accept", "application/json");
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(baseUrl + path))
        .header("Authorization", "Bearer " + apiKey)
        .header("User-Agent", "meetbot-sdk-java");
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "Requests[" + baseUrl + "]";
  }
}
