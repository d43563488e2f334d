package dev.meetbot.sdk;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** What goes out: requests with the key, and the paths of jobs. */
record Requests(String baseUrl, String apiKey) {
  private static final String JOBS = "/api/v1/jobs";

  HttpRequest dispatch(DispatchRequest request, String key) {
    return posted(JOBS, key, request.wire());
  }

  HttpRequest job(String jobId) {
    return got(path(jobId, ""), Map.of());
  }

  HttpRequest list(Map<String, String> query) {
    return got(JOBS, query);
  }

  HttpRequest cancel(String jobId) {
    return deleted(path(jobId, ""));
  }

  HttpRequest verb(String jobId, String verb, String key) {
    return posted(path(jobId, "/" + verb), key);
  }

  HttpRequest chat(String jobId, String message, String key) {
    return posted(path(jobId, "/send-chat-message"), key, Map.of("message", message));
  }

  HttpRequest manifest(String jobId) {
    return got(path(jobId, "/manifest"), Map.of());
  }

  HttpRequest composition(String jobId, ViewRequest view, String key) {
    return posted(path(jobId, "/compositions"), key, view.wire());
  }

  HttpRequest deleteArtifacts(String jobId) {
    return deleted(path(jobId, "/artifacts"));
  }

  HttpRequest deliveries(String jobId) {
    return got(path(jobId, "/deliveries"), Map.of());
  }

  /** From that byte on; 0 for the whole file. */
  HttpRequest artifact(String jobId, String name, long from) {
    HttpRequest.Builder request =
        to(path(jobId, "/artifacts/" + Wire.path(name))).header("Accept", "*/*").GET();
    return (from > 0 ? request.header("Range", "bytes=" + from + "-") : request).build();
  }

  /** Asks for what is there. */
  HttpRequest got(String path, Map<String, String> query) {
    return json(query.isEmpty() ? path : path + "?" + Wire.query(query)).GET().build();
  }

  /** Has something done, without a body. */
  HttpRequest posted(String path, String key) {
    return json(path).header("Idempotency-Key", key).POST(BodyPublishers.noBody()).build();
  }

  /** Has something done, with that JSON. */
  HttpRequest posted(String path, String key, Map<String, ?> body) {
    return json(path)
        .header("Idempotency-Key", key)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(Json.write(body)))
        .build();
  }

  /** Does away with it. */
  HttpRequest deleted(String path) {
    return json(path).DELETE().build();
  }

  private static String path(String jobId, String rest) {
    return JOBS + "/" + Wire.segment(jobId) + rest;
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
