package dev.meetbot.lab.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bin/sign-in makes of its command line. */
class SignInTest {
  private static final Map<String, String> KEY = Map.of("MEETBOT_OPERATOR_KEY", "k3y");

  @Test
  void a_platform_that_is_known_has_its_page() {
    SignInOptions options = SignInOptions.parse(List.of("zoom-web", "notes"), KEY);
    assertThat(options.page()).isEqualTo(URI.create("https://zoom.us/signin"));
    assertThat(options.server()).isEqualTo(URI.create("http://127.0.0.1:8080/"));
    assertThat(options.toString()).doesNotContain("k3y");
  }

  @Test
  void what_is_missing_is_told() {
    for (List<String> args :
        List.of(List.<String>of(), List.of("a"), List.of("a", "b", "c"), List.of("--x", "b"))) {
      assertThatThrownBy(() -> SignInOptions.parse(args, KEY)).hasMessageContaining("a platform");
    }
    assertThatThrownBy(() -> SignInOptions.parse(List.of("jitsi", "n"), KEY))
        .hasMessageContaining("--url");
    assertThatThrownBy(() -> SignInOptions.parse(List.of("zoom-web", "n", "--url"), KEY))
        .hasMessageContaining("wants a value");
    assertThatThrownBy(() -> SignInOptions.parse(List.of("zoom-web", "n"), Map.of()))
        .hasMessageContaining("MEETBOT_OPERATOR_KEY");
  }

  @Test
  void without_a_display_it_cannot_run() {
    assertThat(SignIn.run(List.of("zoom-web", "notes"), KEY)).isEqualTo(2);
  }

  @Test
  void a_state_that_is_at_hand_is_stored(@TempDir Path dir) throws Exception {
    Path file = Files.writeString(dir.resolve("state.json"), "{\"cookies\": []}");
    AtomicReference<String> got = new AtomicReference<>("");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          String who = exchange.getRequestHeaders().getFirst("Authorization");
          got.set(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + who + body);
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort();
      Map<String, String> environment = Map.of("MEETBOT_OPERATOR_KEY", "k3y", "MEETBOT_URL", url);
      List<String> args = List.of("jitsi", "notes 1", "--state", file.toString());
      assertThat(SignIn.run(args, environment)).isZero();
      assertThat(got.get())
          .isEqualTo(
              "PUT /api/v1/admin/identities/notes%201 Bearer k3y"
                  + "{\"platform\":\"jitsi\",\"state\":{\"cookies\":[]}}");
    } finally {
      server.stop(0);
    }
    assertThat(SignIn.run(List.of("jitsi", "n", "--state", dir + "/none"), KEY)).isEqualTo(1);
  }
}
