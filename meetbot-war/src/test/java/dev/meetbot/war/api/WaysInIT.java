package dev.meetbot.war.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passcodes and identities over the HTTP of the real WAR: in, and never out again. */
class WaysInIT {
  private static final Path WAR = Path.of("target", "meetbot.war").toAbsolutePath();
  private static final String IDENTITIES = "api/v1/admin/identities";
  private static final String SECRET = "unmistakable-4711";

  @TempDir static Path dir;

  private static ServerProcess server;
  private static Client api;
  private static Client operator;

  @BeforeAll
  static void start() throws Exception {
    server =
        ServerProcess.start(
            WAR,
            dir.resolve("data"),
            "meetbot.artifacts.min-free-bytes=0",
            "meetbot.max-bots=0",
            "meetbot.sign-in=never");
    api =
        new Client(server.base(), server.printed("First API key (shown only now):").orElseThrow());
    operator =
        new Client(server.base(), server.printed("Operator key (shown only now):").orElseThrow());
  }

  @AfterAll
  static void stop() {
    server.close();
    assertThat(server.output()).noneMatch(line -> line.contains(SECRET));
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static HttpResponse<byte[]> create(String externalId, String join) throws Exception {
    JsonObject plain = json(api.laterJob(externalId).getBytes(StandardCharsets.UTF_8));
    return api.post(
        "api/v1/jobs",
        Json.createObjectBuilder(plain)
            .add("joinAt", Instant.now().plusSeconds(5).toString())
            .add("join", json(join.getBytes(StandardCharsets.UTF_8)))
            .build()
            .toString());
  }

  private static JsonObject json(byte[] bytes) {
    return Json.createReader(new java.io.ByteArrayInputStream(bytes)).readObject();
  }

  @Test
  void aPasscodeIsTakenAndToldToNobodyButTheWorker() throws Exception {
    HttpResponse<byte[]> made = create("coded", "{\"passcode\":\"" + SECRET + "\"}");
    assertThat(made.statusCode()).as(text(made)).isEqualTo(201);
    JsonObject join = Client.json(made).getJsonObject("join");
    assertThat(join.toString())
        .isEqualTo("{\"signIn\":\"never\",\"hasPasscode\":true,\"film\":false}");
    String id = Client.json(made).getString("id");
    HttpResponse<byte[]> again = create("coded", "{\"passcode\":\"" + SECRET + "\"}");
    for (HttpResponse<byte[]> answer :
        List.of(made, again, api.get("api/v1/jobs/" + id), api.get("api/v1/jobs"))) {
      assertThat(text(answer)).contains("hasPasscode").doesNotContain(SECRET);
    }
    String key =
        Client.json(operator.post("api/v1/keys", "{\"name\":\"w\",\"scope\":\"worker\"}"))
            .getString("apiKey");
    HttpResponse<byte[]> claimed =
        new Client(server.base(), key)
            .post("api/v1/ingest/claim", "{\"worker\":\"w1\",\"capacity\":1}");
    JsonObject job = Client.json(claimed).getJsonArray("jobs").getJsonObject(0);
    assertThat(job.getString("passcode")).isEqualTo(SECRET);
    assertThat(job.getJsonObject("job").toString()).doesNotContain(SECRET);
  }

  @Test
  void aPasscodeThatIsRefusedIsNotRepeated() throws Exception {
    HttpResponse<byte[]> refused = create("bad", "{\"passcode\":\"" + SECRET.repeat(9) + "\"}");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(text(refused)).contains("join.passcode").doesNotContain(SECRET);
  }

  private static HttpResponse<byte[]> store(String name, String body) throws Exception {
    return operator.send(
        "PUT",
        IDENTITIES + "/" + name,
        BodyPublishers.ofString(body),
        "Content-Type",
        "application/json");
  }

  @Test
  void anIdentityIsStoredListedAndForgottenButNeverShown() throws Exception {
    String state = "{\"cookies\":[{\"name\":\"sid\",\"value\":\"" + SECRET + "\"}]}";
    HttpResponse<byte[]> stored =
        store("notes-1", "{\"platform\":\"meetbot-room\",\"state\":" + state + "}");
    assertThat(stored.statusCode()).as(text(stored)).isEqualTo(200);
    assertThat(Client.json(stored).getBoolean("signedOut")).isFalse();
    HttpResponse<byte[]> listed = operator.get(IDENTITIES);
    JsonObject identity = Client.json(listed).getJsonArray("identities").getJsonObject(0);
    assertThat(identity).isEqualTo(Client.json(stored));
    assertThat(text(stored) + text(listed)).doesNotContain(SECRET);
    assertThat(operator.delete(IDENTITIES + "/notes-1").statusCode()).isEqualTo(204);
    assertThat(operator.delete(IDENTITIES + "/notes-1").statusCode()).isEqualTo(404);
    assertThat(Client.json(operator.get(IDENTITIES)).getJsonArray("identities")).isEmpty();
  }

  @Test
  void whatIsNoIdentityIsRefused() throws Exception {
    for (String body :
        List.of(
            "{}",
            "{\"platform\":\"meetbot-room\"}",
            "{\"platform\":\"meetbot-room\",\"state\":\"x\"}",
            "{\"platform\":\"none\",\"state\":{\"cookies\":[]}}")) {
      assertThat(store("bad", body).statusCode()).as(body).isEqualTo(400);
    }
    assertThat(
            store("-", "{\"platform\":\"meetbot-room\",\"state\":{\"origins\":[]}}").statusCode())
        .isEqualTo(400);
  }
}
