package dev.meetbot.it;

import static dev.meetbot.it.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.lab.app.App;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every server must do with the WAR; the class runs outside of the server. */
@ExtendWith(ArquillianExtension.class)
public class ServerIT {
  @ArquillianResource URL deployed;

  private Api api;

  /** The WAR as it was built. */
  @Deployment(testable = false)
  public static WebArchive war() {
    return Deployed.war();
  }

  @BeforeEach
  void open() {
    App app = Deployed.app(deployed);
    api = new Api(app.base(), app.apiKey());
  }

  /** A job so far ahead that no browser is needed. */
  private String job(String externalId) {
    return "{\"externalId\":\""
        + externalId
        + "\",\"meetingUrl\":\""
        + api.at("room/it")
        + "\",\"joinAt\":\""
        + java.time.Instant.now().plusSeconds(86_400)
        + "\",\"metadata\":{\"n\":1}}";
  }

  private static String freshId() {
    return "it-" + UUID.randomUUID();
  }

  @Test
  void itIsAlive() throws Exception {
    HttpResponse<String> answer = api.withKey(null).get("healthz");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"status\":\"ok\"}");
    assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void itTellsWhetherItIsReady() throws Exception {
    JsonObject parts = json(api.withKey(null).get("readyz"));
    assertThat(parts.getString("database")).isEqualTo("ok");
    assertThat(parts.getString("storage")).isEqualTo("ok");
    assertThat(parts.containsKey("browser")).isTrue();
  }

  @Test
  void aJobIsCreatedOnceFoundAndListed() throws Exception {
    String externalId = freshId();
    HttpResponse<String> created = api.post("api/v1/jobs", job(externalId));
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    JsonObject job = json(created);
    String id = job.getString("id");
    assertThat(created.headers().firstValue("Location")).contains(api.at("api/v1/jobs/" + id) + "");
    assertThat(job.getString("status")).isEqualTo("queued");
    assertThat(job.getString("platform")).isEqualTo("meetbot-room");
    assertThat(job.isNull("endedAt")).isTrue();
    assertThat(job.getJsonObject("metadata").getInt("n")).isEqualTo(1);

    HttpResponse<String> repeated = api.post("api/v1/jobs", job(externalId));
    assertThat(repeated.statusCode()).isEqualTo(200);
    assertThat(repeated.headers().firstValue("Meetbot-Deduplicated")).contains("true");
    assertThat(json(repeated).getString("id")).isEqualTo(id);

    assertThat(json(api.get("api/v1/jobs/" + id))).isEqualTo(job);

    JsonArray found = json(api.get("api/v1/jobs?externalId=" + externalId)).getJsonArray("jobs");
    assertThat(found).hasSize(1);
    assertThat(found.getJsonObject(0)).isEqualTo(job);
  }

  @Test
  void aJobIsCancelledAndMayBeCancelledAgain() throws Exception {
    String id = json(api.post("api/v1/jobs", job(freshId()))).getString("id");
    assertThat(api.delete("api/v1/jobs/" + id).statusCode()).isEqualTo(204);
    assertThat(json(api.get("api/v1/jobs/" + id)).getString("status")).isEqualTo("cancelled");
    assertThat(api.delete("api/v1/jobs/" + id).statusCode()).isEqualTo(204);
  }

  @Test
  void withoutAValidKeyNothingOpens() throws Exception {
    HttpResponse<String> answer = api.withKey("mb_live_wrong").get("api/v1/jobs");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(json(answer).getString("error")).isEqualTo("unauthorized");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
  }

  @Test
  void wrongInputIsToldPieceByPiece() throws Exception {
    HttpResponse<String> answer =
        api.post("api/v1/jobs", "{\"externalId\":1,\"meetingUrl\":\"x\",\"recording\":[]}");
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonObject error = json(answer);
    assertThat(error.getString("error")).isEqualTo("invalid_input");
    assertThat(error.getJsonArray("issues")).hasSizeGreaterThanOrEqualTo(2);
    assertThat(error.getString("requestId")).isNotEmpty();
  }

  @Test
  void unknownPathsAndMethodsAnswerInTheSameShape() throws Exception {
    HttpResponse<String> path = api.get("api/v1/nothing-here");
    assertThat(path.statusCode()).isEqualTo(404);
    assertThat(json(path).getString("error")).isEqualTo("not_found");
    HttpResponse<String> method = api.delete("api/v1/jobs");
    assertThat(method.statusCode()).isEqualTo(405);
    assertThat(json(method).getString("error")).isEqualTo("method_not_allowed");
  }

  @Test
  void theRoomsPageIsServed() throws Exception {
    HttpResponse<String> page = api.withKey(null).get("room/it");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).get().asString().startsWith("text/html");
    assertThat(page.body()).contains("meetbot");
  }

  @Test
  void theRoomSendsItsEventsAsTheyHappen() throws Exception {
    String room = "room/" + freshId();
    HttpResponse<String> joined =
        api.withKey(null)
            .post(room + "/api/join", "{\"displayName\":\"Ann\",\"waitingRoom\":false}");
    assertThat(joined.statusCode()).as(joined.body()).isEqualTo(200);
    String token = json(joined).getString("token");
    HttpResponse<InputStream> stream =
        api.send(
            api.withKey(token).request(room + "/api/events").GET().build(),
            HttpResponse.BodyHandlers.ofInputStream());
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      assertThat(stream.statusCode()).isEqualTo(200);
      assertThat(lines.readLine()).isNotBlank();
    }
  }
}
