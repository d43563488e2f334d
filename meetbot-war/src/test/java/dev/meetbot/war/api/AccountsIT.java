package dev.meetbot.war.api;

import static dev.meetbot.war.api.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.provider.file.FileArtifactStore;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ArtifactWriter;
import dev.meetbot.tck.Await;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tenants, limits, device login and erasure on the real WAR. */
class AccountsIT {
  private static final Path WAR = Path.of("target", "meetbot.war").toAbsolutePath();
  private static final String JOBS = "api/v1/jobs";
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  @TempDir static Path dir;

  private static ServerProcess server;
  private static Client operator;
  private static Client anybody;

  @BeforeAll
  static void start() throws Exception {
    server =
        ServerProcess.start(
            WAR,
            dir.resolve("data"),
            "meetbot.artifacts.min-free-bytes=0",
            "meetbot.max-bots=0",
            "meetbot.rate-limit.anonymous-requests-per-minute=2000",
            "meetbot.new-operator-key-file=" + dir.resolve("operator"));
    String line = Files.readString(dir.resolve("operator")).strip();
    operator = new Client(server.base(), line.substring("MEETBOT_OPERATOR_KEY=".length()));
    anybody = new Client(server.base(), null);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonObject tenant(String limits) throws Exception {
    HttpResponse<byte[]> answer =
        operator.post("api/v1/tenants", "{\"name\":\"t\",\"limits\":{" + limits + "}}");
    assertThat(answer.statusCode()).isEqualTo(201);
    return json(answer);
  }

  private static Client client(JsonObject tenant) {
    return new Client(server.base(), tenant.getString("apiKey"));
  }

  private static void assertError(HttpResponse<byte[]> answer, int status, String code) {
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(status);
    assertThat(json(answer).getString("error")).isEqualTo(code);
    assertThat(answer.headers().firstValue("X-Request-Id"))
        .contains(json(answer).getString("requestId"));
  }

  @Test
  void anOperatorWhoLostTheKeyGetsANewOneInAFile() throws Exception {
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve("operator"))))
        .isEqualTo("rw-------");
    assertThat(server.output())
        .filteredOn(line -> line.contains("mb_admin_"))
        .as("only the first start's own")
        .hasSize(1);
  }

  @Test
  void aTenantsLimitsHold() throws Exception {
    Client api = client(tenant("\"maxConcurrentBots\":0,\"requestsPerMinute\":5"));
    String now = "{\"externalId\":\"now\",\"meetingUrl\":\"" + api.at("room/now") + "\"}";
    HttpResponse<byte[]> refused = api.post(JOBS, now);
    assertError(refused, 402, "quota_exceeded");
    assertThat(refused.headers().firstValue("RateLimit-Limit")).contains("5");
    assertThat(refused.headers().firstValue("RateLimit-Remaining")).contains("4");
    assertThat(refused.headers().firstValue("RateLimit-Reset")).isPresent();
    assertThat(api.post(JOBS, api.laterJob("later")).statusCode()).isEqualTo(201);
    for (int i = 0; i < 3; i++) {
      assertThat(api.get(JOBS).statusCode()).isEqualTo(200);
    }
    HttpResponse<byte[]> limited = api.get(JOBS);
    assertError(limited, 429, "rate_limited");
    assertThat(limited.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 12L);
    assertThat(anybody.get("healthz").statusCode()).isEqualTo(200);
  }

  @Test
  void aMethodThatIsNotThereNamesThoseThatAre() throws Exception {
    HttpResponse<byte[]> answer = operator.send("PUT", "api/v1/keys", BodyPublishers.noBody());
    assertError(answer, 405, "method_not_allowed");
    assertThat(answer.headers().firstValue("Allow")).get().asString().contains("POST");
    assertThat(anybody.get("error-answer").statusCode()).isEqualTo(404);
  }

  @Test
  void aDeviceGetsItsKeyOnceAfterAPersonApprovedOnThePage() throws Exception {
    JsonObject person = tenant("");
    JsonObject begun =
        json(anybody.post("api/v1/cli-auth/init", "{\"clientName\":\"<b>cli</b>\"}"));
    String poll = "api/v1/cli-auth/poll/" + begun.getString("nonce");
    HttpResponse<byte[]> pending = anybody.post(poll, "{}");
    assertThat(pending.statusCode()).isEqualTo(202);
    assertThat(json(pending).getString("status")).isEqualTo("pending");
    assertError(anybody.post(poll, "{}"), 429, "slow_down");

    HttpResponse<byte[]> page =
        anybody.get("cli-auth?user_code=" + begun.getString("userCode").toLowerCase());
    String html = new String(page.body(), StandardCharsets.UTF_8);
    assertThat(html).contains(begun.getString("userCode")).contains("&lt;b&gt;cli&lt;/b&gt;");
    assertThat(html).doesNotContain("<b>cli").doesNotContain("<script");
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .get()
        .asString()
        .contains("default-src 'none'")
        .contains("frame-ancestors 'none'")
        .contains("form-action 'self'");
    String cookie = page.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict");

    Matcher csrf = CSRF.matcher(html);
    assertThat(csrf.find()).isTrue();
    String form =
        "user_code="
            + begun.getString("userCode")
            + "&key="
            + person.getString("apiKey")
            + "&action=approve&csrf=";
    String sent = cookie.substring(0, cookie.indexOf(';'));
    assertThat(submit(form + csrf.group(1), "none=1").statusCode()).isEqualTo(403);
    assertThat(submit(form + "wrong", sent).statusCode()).isEqualTo(403);
    HttpResponse<byte[]> badKey =
        submit(form.replace("mb_live_", "mb_live_x") + csrf.group(1), sent);
    assertThat(badKey.statusCode()).isEqualTo(401);
    assertThat(new String(badKey.body(), StandardCharsets.UTF_8)).doesNotContain("mb_live_x");
    assertThat(submit(form + csrf.group(1), sent).statusCode()).isEqualTo(200);
    assertThat(submit(form + csrf.group(1), sent).statusCode()).isEqualTo(409);

    HttpResponse<byte[]> complete = anybody.post(poll, "{}");
    assertThat(complete.statusCode()).isEqualTo(200);
    Client device = new Client(server.base(), json(complete).getString("apiKey"));
    assertThat(json(device.get("api/v1/consumers/me")).getString("id"))
        .isEqualTo(person.getString("id"));
    JsonObject own = json(device.get("api/v1/keys/me"));
    assertThat(json(device.get("api/v1/keys/" + own.getString("id")))).isEqualTo(own);
    assertThat(device.delete("api/v1/keys/me").statusCode()).isEqualTo(204);
    assertError(device.get("api/v1/keys/me"), 401, "unauthorized");
    assertError(anybody.post(poll, "{}"), 410, "expired");
    assertThat(server.output())
        .noneMatch(line -> line.contains(begun.getString("nonce")))
        .noneMatch(line -> line.contains(person.getString("apiKey")));
  }

  @Test
  void a_code_under_which_no_device_waits_is_told_on_the_page() throws Exception {
    HttpResponse<byte[]> page = anybody.get("cli-auth?user_code=ZZZZ-ZZZZ");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(new String(page.body(), StandardCharsets.UTF_8))
        .contains("No device waits under this code. It may have expired.");
  }

  @Test
  void the_first_page_leads_to_pages_that_are_there() throws Exception {
    HttpResponse<byte[]> page = anybody.get("");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .get()
        .asString()
        .contains("'none'");
    Matcher link =
        Pattern.compile("href=\"([^\"]+)\"")
            .matcher(new String(page.body(), StandardCharsets.UTF_8));
    List<String> links = link.results().map(found -> found.group(1)).toList();
    assertThat(links).containsExactlyInAnyOrder("room", "reference", "cli-auth", "openapi.yaml");
    for (String target : links) {
      assertThat(anybody.get(target).statusCode()).as(target).isLessThan(400);
    }
  }

  private static HttpResponse<byte[]> submit(String form, String cookie) throws Exception {
    return anybody.send(
        "POST",
        "cli-auth",
        BodyPublishers.ofString(form),
        "Content-Type",
        "application/x-www-form-urlencoded",
        "Cookie",
        cookie);
  }

  @Test
  void anErasedTenantLeavesNoJobNoFileAndNoWayIn() throws Exception {
    JsonObject tenant = tenant("");
    Client api = client(tenant);
    String job = json(api.post(JOBS, api.laterJob("erase"))).getString("id");
    Path artifacts = dir.resolve("data").resolve("artifacts");
    try (ArtifactStore store = new FileArtifactStore(artifacts, 0);
        ArtifactWriter writer =
            store.open(
                new ArtifactKey(tenant.getString("id") + "/" + job + "/audio.webm"),
                "audio/webm")) {
      writer.append(new byte[] {1, 2, 3});
      writer.commit();
    }
    assertThat(api.get(JOBS + "/" + job + "/artifacts/audio.webm").body()).hasSize(3);
    assertError(api.delete(JOBS + "/" + job + "/artifacts"), 409, "invalid_state");
    assertThat(api.delete("api/v1/consumers/me").statusCode()).isEqualTo(204);
    assertError(api.get(JOBS), 401, "unauthorized");
    assertError(operator.get("api/v1/tenants/" + tenant.getString("id")), 404, "not_found");
    Await.until(
        "its files are gone",
        Duration.ofSeconds(30),
        () -> files(artifacts.resolve(tenant.getString("id"))) == 0);
  }

  private static long files(Path folder) {
    if (!Files.exists(folder)) {
      return 0;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void filesOfAnEndedJobAreDeleted() throws Exception {
    Client api = client(tenant(""));
    String job = json(api.post(JOBS, api.laterJob("files"))).getString("id");
    assertThat(api.delete(JOBS + "/" + job).statusCode()).isEqualTo(204);
    assertThat(api.delete(JOBS + "/" + job + "/artifacts").statusCode()).isEqualTo(204);
    assertThat(api.delete(JOBS + "/" + job + "/artifacts").statusCode()).isEqualTo(204);
  }
}
