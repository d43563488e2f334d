package dev.meetbot.war.api;

import static dev.meetbot.war.api.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.model.TenantId;
import dev.meetbot.provider.file.FileArtifactStore;
import dev.meetbot.provider.jpa.JpaStorage;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ArtifactWriter;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that was killed and started again on the same data, to which files were added. */
class RestartIT {
  /** As the finalizer writes it when nothing was recorded. */
  private static final String MANIFEST =
      """
      {"version":1,
       "job":{"id":"01994a00-0000-7000-8000-000000000001","externalId":"survivor",
         "meetingUrl":"https://rooms.test/room/x","platform":"meetbot-room",
         "displayName":"meetbot","metadata":{},"createdAt":"2026-11-22T10:00:00.000Z",
         "joinedAt":null,"endedAt":null},
       "recording":null,"files":[],"participants":[],
       "exit":{"status":"completed"},"warnings":[]}
      """;

  private static final Path WAR = Path.of("target", "meetbot.war").toAbsolutePath();
  private static final String JOBS = "api/v1/jobs";
  private static final String ROOMS = "meetbot.room.hosts=rooms.test";

  @TempDir static Path dir;

  private static final byte[] bytes = new byte[100_000];
  private static List<String> firstOutput;
  private static JsonObject job;
  private static ServerProcess server;
  private static Client api;

  @BeforeAll
  static void killAndStartAgain() throws Exception {
    new Random(1).nextBytes(bytes);
    Path data = dir.resolve("data");
    Path keyFile = dir.resolve("keys").resolve("first");
    String setting = "meetbot.first-key-file=" + keyFile;
    String key;
    try (ServerProcess first =
        ServerProcess.start(WAR, data, setting, ROOMS, "meetbot.colour=blue")) {
      key = key(keyFile);
      job = json(new Client(first.base(), key).post(JOBS, laterJob()));
      first.kill();
      firstOutput = first.output();
    }
    Files.delete(keyFile);
    addFiles(data, tenantOf(data, key));
    server = ServerProcess.start(WAR, data, setting, ROOMS);
    api = new Client(server.base(), key);
  }

  @AfterAll
  static void endsWhenAskedToAndLeavesNoThreadBehind() throws Exception {
    try (ServerProcess last = server) {
      assertThat(last.stop()).as("ends within a minute").isTrue();
      assertThat(last.output()).noneMatch(line -> line.contains("failed to stop it"));
    }
  }

  /** Its meeting is on a host that both servers know, whatever port they got. */
  private static String laterJob() {
    return "{\"externalId\":\"survivor\",\"meetingUrl\":\"https://rooms.test/room/x\",\"joinAt\":\""
        + java.time.Instant.now().plusSeconds(86_400)
        + "\"}";
  }

  private static String key(Path file) throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(1)).startsWith("MEETBOT_WEBHOOK_SECRET=whsec_");
    return lines.get(0).substring("MEETBOT_API_KEY=".length());
  }

  /** The first segment of its artifacts' keys; the database tells it while no server has it. */
  private static TenantId tenantOf(Path data, String key) throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    try (JpaStorage storage = JpaStorage.h2(data.resolve("db"))) {
      storage.migrate();
      return storage.tenants().findKey(HexFormat.of().formatHex(hash)).orElseThrow().tenant();
    }
  }

  private static void addFiles(Path data, TenantId tenant) throws Exception {
    try (ArtifactStore store = new FileArtifactStore(data.resolve("artifacts"), 0)) {
      ArtifactKey below = new ArtifactKey(tenant + "/" + job.getString("id"));
      add(store, below.resolve("audio.zoë.webm"), "audio/webm", bytes);
      add(
          store,
          below.resolve("evidence/page.json"),
          "application/json",
          "{}".getBytes(StandardCharsets.UTF_8));
      add(
          store,
          below.resolve("manifest.json"),
          "application/json",
          MANIFEST.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void add(ArtifactStore store, ArtifactKey key, String type, byte[] content)
      throws Exception {
    try (ArtifactWriter writer = store.open(key, type)) {
      writer.append(content);
      writer.commit();
    }
  }

  private static void assertError(HttpResponse<byte[]> answer, int status, String code) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(json(answer).getString("error")).isEqualTo(code);
  }

  @Test
  void aKeyFileInsteadOfTheOutputAndAWarningForUnknownSettings() {
    assertThat(firstOutput).noneMatch(line -> line.contains("mb_live_"));
    assertThat(firstOutput).anyMatch(line -> line.contains("unknown setting meetbot.colour"));
  }

  @Test
  void jobAndKeyOutliveTheKill() throws Exception {
    assertThat(json(api.get(JOBS + "/" + job.getString("id")))).isEqualTo(job);
  }

  @Test
  void theSecondStartMakesNoNewKey() {
    assertThat(dir.resolve("keys").resolve("first")).doesNotExist();
    assertThat(server.output()).noneMatch(line -> line.contains("mb_live_"));
  }

  @Test
  void filesAreServedWholeAndInParts() throws Exception {
    String id = job.getString("id");
    String path = JOBS + "/" + id + "/artifacts/audio.zo%C3%AB.webm";

    HttpResponse<byte[]> whole = api.get(path);
    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(whole.body()).isEqualTo(bytes);
    assertThat(whole.headers().firstValue("Content-Type")).contains("audio/webm");
    assertThat(whole.headers().firstValue("Accept-Ranges")).contains("bytes");
    assertThat(whole.headers().firstValueAsLong("Content-Length")).hasValue(100_000);
    assertThat(whole.headers().firstValue("Content-Disposition"))
        .contains("inline; filename=\"audio.zo_.webm\"; filename*=UTF-8''audio.zo%C3%AB.webm");

    HttpResponse<byte[]> part = api.get(path, "Range", "bytes=10-19");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.headers().firstValue("Content-Range")).contains("bytes 10-19/100000");
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(bytes, 10, 20));

    HttpResponse<byte[]> end = api.get(path, "Range", "bytes=-5");
    assertThat(end.statusCode()).isEqualTo(206);
    assertThat(end.body()).isEqualTo(Arrays.copyOfRange(bytes, 99_995, 100_000));

    HttpResponse<byte[]> beyond = api.get(path, "Range", "bytes=100000-");
    assertError(beyond, 416, "range_not_satisfiable");
    assertThat(beyond.headers().firstValue("Content-Range")).contains("bytes */100000");

    HttpResponse<byte[]> head = api.send("HEAD", path, BodyPublishers.noBody());
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(100_000);
    assertThat(head.body()).isEmpty();

    String tag = whole.headers().firstValue("ETag").orElseThrow();
    assertThat(api.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(api.get(path, "Range", "bytes=0-0", "If-Range", tag).statusCode()).isEqualTo(206);
    assertThat(api.get(path, "Range", "bytes=0-0", "If-Range", "\"old\"").statusCode())
        .isEqualTo(200);

    HttpResponse<byte[]> inner = api.get(JOBS + "/" + id + "/artifacts/evidence/page.json");
    assertThat(inner.body()).asString().isEqualTo("{}");
    assertError(api.get(JOBS + "/" + id + "/artifacts/none.webm"), 404, "not_found");
    assertError(api.get(JOBS + "/" + id + "/artifacts/a%20b"), 404, "not_found");
    assertThat(new Client(server.base(), null).get(path).statusCode()).isEqualTo(401);

    HttpResponse<byte[]> manifest = api.get(JOBS + "/" + id + "/manifest");
    assertThat(json(manifest).getInt("version")).isEqualTo(1);
  }
}
