package dev.meetbot.sdk;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A small meetbot: jobs that go one status further each time they are looked at, one recorded file,
 * and fixed answers about keys, webhooks and credit.
 */
final class FakeMeetbot implements FakeApi.Otherwise {
  static final byte[] SOUND = "not really Opus".getBytes(StandardCharsets.UTF_8);

  private static final List<String> LIFE =
      List.of("queued", "joining", "in_call", "recording", "finalizing", "completed");
  private static final String KEY =
      "{\"id\":\"key_1\",\"name\":\"ci\",\"scope\":\"test\",\"hint\":\"mb_test_4f\",\"apiKey\":\"k\"}";
  private static final String DELIVERY =
      "{\"deliveryId\":\"dlv_1\",\"event\":\"job.failed\",\"state\":\"dead\"}";
  // asked for by the ends of paths
  private static final Map<String, String> OTHERS =
      Map.of(
          "/deliveries",
          "{\"deliveries\":[" + DELIVERY + "]}",
          "/redeliver",
          DELIVERY,
          "/keys",
          KEY,
          "/rotate",
          KEY,
          "/me",
          "{\"id\":\"tnt_1\",\"name\":\"Acme\"}",
          "/credit",
          "{\"billing\":true,\"balance\":\"4.995\",\"pricePerHour\":\"0.30\","
              + "\"entries\":[{\"id\":\"e\",\"kind\":\"usage\",\"amount\":\"-0.005\"}]}");

  private final Map<String, Map<String, Object>> jobs = new ConcurrentHashMap<>();

  @Override
  public void to(HttpExchange exchange, String body) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String rest = path.replaceFirst("^/api/v1/jobs/?", "");
    String end = path.substring(path.lastIndexOf('/'));
    if (OTHERS.containsKey(end)) {
      json(exchange, 200, OTHERS.get(end));
    } else if (rest.isEmpty() && exchange.getRequestMethod().equals("POST")) {
      dispatch(exchange, body);
    } else if (rest.isEmpty()) {
      json(exchange, 200, Json.write(Map.of("jobs", List.copyOf(jobs.values()))));
    } else {
      job(exchange, rest.split("/", 2));
    }
  }

  private void dispatch(HttpExchange exchange, String body) throws IOException {
    Map<String, Object> job = new LinkedHashMap<>(Json.findObject(body).orElseThrow());
    if (!((String) job.get("meetingUrl")).startsWith("http")) {
      String issue = "{\"path\":[\"meetingUrl\"],\"code\":\"invalid_url\",\"message\":\"no URL\"}";
      String error = "{\"error\":\"invalid_input\",\"message\":\"no\",\"issues\":[" + issue + "]}";
      json(exchange, 400, error);
      return;
    }
    String id = String.format("019e2f0a-7c4e-7d11-b2cb-%012d", jobs.size());
    job.put("id", id);
    job.put("status", LIFE.get(0));
    jobs.put(id, job);
    json(exchange, 201, Json.write(job));
  }

  private void job(HttpExchange exchange, String[] rest) throws IOException {
    Map<String, Object> job = jobs.get(rest[0]);
    if (job == null) {
      json(exchange, 404, "{\"error\":\"not_found\"}");
    } else if (rest.length == 1) {
      go(job);
      json(exchange, 200, Json.write(job));
    } else if (rest[1].equals("manifest")) {
      json(exchange, 200, manifest(rest[0]));
    } else if (rest[1].startsWith("artifacts/")) {
      FakeApi.send(exchange, 200, Map.of(), SOUND);
    } else {
      String answer = "{\"jobId\":\"%s\",\"verb\":\"%s\",\"accepted\":true,\"status\":\"%s\"}";
      json(exchange, 202, String.format(answer, rest[0], rest[1], job.get("status")));
    }
  }

  private static void go(Map<String, Object> job) {
    int now = LIFE.indexOf(job.get("status"));
    if (now < LIFE.size() - 1) {
      job.put("status", LIFE.get(now + 1));
    }
    if (job.get("status").equals("completed")) {
      job.put("manifestUri", "https://meetbot.example/api/v1/jobs/" + job.get("id") + "/manifest");
    }
  }

  private static String manifest(String id) {
    try {
      byte[] sha = MessageDigest.getInstance("SHA-256").digest(SOUND);
      String file = "{\"name\":\"audio.mixed.webm\",\"bytes\":%d,\"sha256\":\"%s\"}";
      return "{\"version\":1,\"job\":{\"id\":\""
          + id
          + "\"},\"files\":["
          + String.format(file, SOUND.length, HexFormat.of().formatHex(sha))
          + "]}";
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static void json(HttpExchange exchange, int status, String body) throws IOException {
    FakeApi.send(exchange, status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }
}
