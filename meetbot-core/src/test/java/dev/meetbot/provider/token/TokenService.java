package dev.meetbot.provider.token;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.meetbot.model.JobId;
import dev.meetbot.spi.meeting.MeetingUrl;
import dev.meetbot.spi.meeting.TokenRequest;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A token service on loopback that writes down what it was asked. */
final class TokenService implements Closeable {
  private final HttpServer server;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private volatile String answer = "{}";
  private volatile Map<String, String> headers = Map.of();

  /** One request. */
  record Asked(String method, Map<String, List<String>> headers, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  TokenService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  static TokenRequest request(String platform) {
    URI url = URI.create("https://meeting.example/j/1?x=\"ü\"".replace("\"", "%22"));
    MeetingUrl meeting = new MeetingUrl(platform, url, "1");
    return new TokenRequest(new JobId("019e2f0a-7c4e-7d11-b2cb-9d6e0c5e1234"), "e \"1\"", meeting);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token");
  }

  void answers(int newStatus, String body) {
    status = newStatus;
    answer = body;
  }

  void redirectsTo(URI target) {
    status = 307;
    headers = Map.of("Location", target.toString());
  }

  List<Asked> asked() {
    return asked;
  }

  private void serve(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    asked.add(
        new Asked(exchange.getRequestMethod(), Map.copyOf(exchange.getRequestHeaders()), body));
    headers.forEach(exchange.getResponseHeaders()::set);
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, status == 204 ? -1 : bytes.length);
    exchange.getResponseBody().write(status == 204 ? new byte[0] : bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
