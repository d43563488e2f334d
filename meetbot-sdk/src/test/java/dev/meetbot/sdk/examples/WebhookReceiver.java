package dev.meetbot.sdk.examples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.meetbot.sdk.WebhookEvent;
import dev.meetbot.sdk.WebhookSignature;
import java.io.IOException;
import java.net.InetSocketAddress;

public final class WebhookReceiver {
  private static final String SECRET = System.getenv("MEETBOT_WEBHOOK_SECRET"); // whsec_...

  public static void main(String[] args) throws IOException {
    int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8000"));
    HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
    server.createContext("/webhook/meetbot", WebhookReceiver::receive);
    server.start();
    System.out.println("listening on port " + server.getAddress().getPort());
  }

  private static void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] raw = exchange.getRequestBody().readAllBytes(); // as it came: parsed later
      String header = exchange.getRequestHeaders().getFirst("X-Meetbot-Signature");
      if (!WebhookSignature.verify(raw, header, SECRET)) {
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      if (WebhookEvent.parse(raw) instanceof WebhookEvent.JobFinalized finalized) {
        System.out.println(finalized.jobId() + " " + finalized.manifestUri());
      }
      exchange.sendResponseHeaders(200, -1);
    }
  }
}
