package dev.meetbot.war.api;

import static dev.meetbot.war.api.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.jaxrs.MeetbotResources;
import dev.meetbot.tck.Await;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All routes, walked with all kinds of key. */
class AccessTableIT {
  private static final Path WAR = Path.of("target", "meetbot.war").toAbsolutePath();

  @TempDir static Path dir;

  private static ServerProcess server;
  private static String operatorKey;
  private static Client operator;
  private static final Map<String, String> everybodys = new HashMap<>();
  private static int count;

  @BeforeAll
  static void start() throws Exception {
    server =
        ServerProcess.start(
            WAR,
            dir.resolve("data"),
            "meetbot.artifacts.min-free-bytes=0",
            "meetbot.max-bots=0",
            "meetbot.rate-limit.requests-per-minute=0",
            "meetbot.rate-limit.anonymous-requests-per-minute=0");
    operatorKey = server.printed("Operator key (shown only now):").orElseThrow();
    operator = new Client(server.base(), operatorKey);
    everybodys.put("wrong", "mb_live_00000000000000000000000000000000");
    everybodys.put("admin", operatorKey);
    for (String scope : List.of("worker", "scrape")) {
      everybodys.put(scope, key(operator, "\"scope\":\"" + scope + "\""));
    }
    everybodys.put("expired", expired());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonObject made(Client client, String path, String body) throws Exception {
    HttpResponse<byte[]> answer = client.post(path, body);
    assertThat(answer.statusCode()).as(path + " " + new String(answer.body())).isIn(200, 201);
    return json(answer);
  }

  private static String key(Client client, String more) throws Exception {
    return made(client, "api/v1/keys", "{\"name\":\"k\"," + more + "}").getString("apiKey");
  }

  private static JsonObject tenant() throws Exception {
    return made(operator, "api/v1/tenants", "{\"name\":\"t\"}");
  }

  static List<AccessTable.Row> rows() {
    return AccessTable.rows();
  }

  @Test
  void everyRouteHasALineAndEveryLineARoute() {
    TreeSet<String> told = new TreeSet<>();
    AccessTable.rows().forEach(row -> told.add(row.route()));
    assertThat(told).isEqualTo(AccessTable.routes(MeetbotResources.classes()));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void whoMayDoIt(AccessTable.Row row) throws Exception {
    JsonObject a = tenant();
    Client owner = new Client(server.base(), a.getString("apiKey"));
    Map<String, String> keys = keys(a, owner);
    List<String> found = new ArrayList<>();
    for (String kind : AccessTable.KEYS) {
      // last, because a live key may be what erases all the others
      found.add(kind.equals("live") ? "" : status(row, a, owner, keys.get(kind)));
    }
    found.set(AccessTable.KEYS.indexOf("live"), status(row, a, owner, keys.get("live")));
    for (int i = 0; i < found.size(); i++) {
      assertThat(row.statuses().get(i).split("/"))
          .as(row.method() + " " + row.path() + " with " + AccessTable.KEYS.get(i) + ": " + found)
          .contains(found.get(i));
    }
  }

  private static Map<String, String> keys(JsonObject a, Client owner) throws Exception {
    Map<String, String> keys = new HashMap<>(everybodys);
    keys.put("live", a.getString("apiKey"));
    keys.put("other", tenant().getString("apiKey"));
    keys.put("test", key(owner, "\"scope\":\"test\""));
    keys.put("intake", key(owner, "\"scope\":\"intake\""));
    JsonObject revoked = made(owner, "api/v1/keys", "{\"name\":\"k\",\"scope\":\"live\"}");
    owner.delete("api/v1/keys/" + revoked.getString("id"));
    keys.put("revoked", revoked.getString("apiKey"));
    return keys;
  }

  private static String expired() throws Exception {
    Client owner = new Client(server.base(), tenant().getString("apiKey"));
    String soon = Instant.now().plusMillis(1500).toString();
    String key = key(owner, "\"scope\":\"live\",\"expiresAt\":\"" + soon + "\"");
    Client client = new Client(server.base(), key);
    Await.until(
        "the key expires", Duration.ofSeconds(20), () -> answered(client, "api/v1/jobs") == 401);
    return key;
  }

  private static int answered(Client client, String path) {
    try {
      return client.get(path).statusCode();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static String status(AccessTable.Row row, JsonObject a, Client owner, String key)
      throws Exception {
    String path = filled(row.path(), a, owner);
    String body = filled(row.body(), a, owner);
    boolean none = body.equals("-");
    BodyPublisher publisher = none ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    String type = body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded";
    String[] headers = none ? new String[0] : new String[] {"Content-Type", type};
    Client client = new Client(server.base(), key);
    return String.valueOf(client.send(row.method(), path, publisher, headers).statusCode());
  }

  private static String filled(String text, JsonObject a, Client owner) throws Exception {
    String filled =
        text.replace("{a}", a.getString("id"))
            .replace("{n}", String.valueOf(++count))
            .replace("{name}", "none.webm")
            .replace("{base}", server.base().toString())
            .replace("{later}", Instant.now().plusSeconds(86_400).toString());
    if (filled.contains("{job}")) {
      JsonObject job = made(owner, "api/v1/jobs", owner.laterJob("job-" + ++count));
      filled = filled.replace("{job}", job.getString("id"));
    }
    if (filled.contains("{key}")) {
      JsonObject key = made(owner, "api/v1/keys", "{\"name\":\"k\",\"scope\":\"live\"}");
      filled = filled.replace("{key}", key.getString("id"));
    }
    if (filled.contains("{tenant}")) {
      filled = filled.replace("{tenant}", tenant().getString("id"));
    }
    if (filled.contains("{code}")) {
      JsonObject login = made(owner, "api/v1/cli-auth/init", "{}");
      filled = filled.replace("{code}", login.getString("userCode"));
    }
    return filled;
  }
}
