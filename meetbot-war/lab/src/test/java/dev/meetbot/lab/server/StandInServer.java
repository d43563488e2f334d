package dev.meetbot.lab.server;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A process that behaves like a server: prints its key, is ready later, has a busy child. */
final class StandInServer {
  private StandInServer() {}

  public static void main(String[] args) throws Exception {
    System.out.println("first start, API key mb_live_0123456789abcdef, keep it");
    System.out.println("webhook secret whsec_AAECAwQ=");
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])), 0);
    server.createContext(
        "/readyz",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    new ProcessBuilder("sh", "-c", "while :; do :; done # busy-child").inheritIO().start();
    server.start();
  }
}
