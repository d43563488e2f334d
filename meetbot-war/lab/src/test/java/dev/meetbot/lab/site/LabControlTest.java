package dev.meetbot.lab.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.meetbot.lab.scenario.JsonText;
import dev.meetbot.lab.scenario.Scenario;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LabControlTest {
  private static final Map<String, String> ANSWERS =
      Map.of(
          "POST /scenarios",
              "{\"id\": \"s1\", \"meetingUrl\": \"https://meet.google.com/abc-defg-hij\"}",
          "GET /scenarios/s1",
              "{\"phase\": \"waiting\", \"askedAtMs\": 5000, \"admittedAtMs\": null,"
                  + " \"chatFromBot\": [{\"text\": \"hello\"}], \"pageErrors\": [\"x\"]}",
          "POST /scenarios/s1/do", "{}",
          "DELETE /scenarios/s1", "");

  private final List<String> asked = new ArrayList<>();
  private HttpServer server;
  private LabControl control;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
    server.createContext(
        "/",
        exchange -> {
          String what = exchange.getRequestMethod() + " " + exchange.getRequestURI();
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          asked.add(what + (body.isEmpty() ? "" : " " + body));
          byte[] answer = ANSWERS.getOrDefault(what, "no").getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(
              ANSWERS.containsKey(what) ? 200 : 404, answer.length == 0 ? -1 : answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    control = new LabControl(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void aMeetingIsSetUpAndLookedAt() {
    LabControl.Meeting meeting = control.open(new Scenario(JsonText.object("{\"name\": \"n\"}")));
    assertThat(meeting.url()).hasHost("meet.google.com");
    LabState state = control.state(meeting.id());
    assertThat(state.askedAtMs()).contains(5000.0);
    assertThat(state.admittedAtMs()).isEmpty();
    assertThat(state.chatFromBot()).containsExactly("hello");
    control.act(meeting.id(), "cut");
    control.close(meeting.id());
    assertThat(asked)
        .containsExactly(
            "POST /scenarios {\"name\":\"n\"}",
            "GET /scenarios/s1",
            "POST /scenarios/s1/do {\"do\":\"cut\"}",
            "DELETE /scenarios/s1");
  }

  @Test
  void aRefusalIsTold() {
    assertThatThrownBy(() -> control.truth("s9")).hasMessageContaining("404 no");
  }
}
