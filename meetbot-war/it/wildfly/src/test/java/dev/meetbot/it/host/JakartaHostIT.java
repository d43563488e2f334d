package dev.meetbot.it.host;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.File;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** docs/examples/jakarta-host on WildFly's own JAX-RS, CDI and database. */
@ExtendWith(ArquillianExtension.class)
public class JakartaHostIT {
  private static final File WAR =
      new File("../../../docs/examples/jakarta-host/target/notes-host.war");

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI bots =
      URI.create("http://127.0.0.1:" + Integer.getInteger("meetbot.it.port") + "/notes-host/bots/");

  /** The example as it was built. */
  @Deployment(testable = false)
  public static WebArchive war() {
    return ShrinkWrap.createFromZipFile(WebArchive.class, WAR);
  }

  @Test
  void whatTheApplicationOrdersIsThereByTheApiBesideIt() throws Exception {
    HttpResponse<String> ordered =
        send(
            request("meetings")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(bots.resolve("room/kitchen").toString())));
    assertThat(ordered.statusCode()).as(ordered.body()).isEqualTo(200);
    Path key = Path.of(System.getProperty("meetbot.it.data"), "notes", "api-key");
    HttpResponse<String> job =
        send(
            request("api/v1/jobs/" + ordered.body())
                .header("Authorization", "Bearer " + Files.readString(key)));
    assertThat(job.statusCode()).as(job.body()).isEqualTo(200);
    JsonObject json = json(job);
    assertThat(json.getString("status")).isEqualTo("queued");
    assertThat(json.getString("platform")).isEqualTo("meetbot-room");
    assertThat(json.isNull("endedAt")).isTrue();
  }

  @Test
  void whatHasNoKeyIsRefusedInMeetbotsShape() throws Exception {
    HttpResponse<String> answer = send(request("api/v1/jobs"));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(json(answer).getString("error")).isEqualTo("unauthorized");
  }

  @Test
  void itIsReadyOnTheServersDatabase() throws Exception {
    HttpResponse<String> answer = send(request("readyz"));
    assertThat(json(answer).getString("database")).isEqualTo("ok");
  }

  @Test
  void whatMeetbotSaysOfItselfIsServedToo() throws Exception {
    assertThat(json(send(request("openapi.json"))).getString("openapi")).startsWith("3.1");
    HttpResponse<String> page = send(request("reference"));
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(bots.resolve(path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static JsonObject json(HttpResponse<String> answer) {
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    }
  }
}
