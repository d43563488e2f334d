package dev.meetbot.provider.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Sends a start and then a byte now and then, for as long as somebody listens. */
final class DrippingServer implements AutoCloseable {
  private static final long PAUSE_MILLIS = 50;

  private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final CountDownLatch hungUp = new CountDownLatch(1);

  DrippingServer(String start) throws IOException {
    Thread thread = new Thread(() -> serve(start), "dripping-server");
    thread.setDaemon(true);
    thread.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/hook");
  }

  /** Returns when the client has closed the connection. */
  void awaitHangUp() throws InterruptedException {
    if (!hungUp.await(30, TimeUnit.SECONDS)) {
      throw new AssertionError("the connection is still open");
    }
  }

  private void serve(String start) {
    try (Socket connection = server.accept()) {
      connection.getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
      while (true) {
        connection.getOutputStream().write('x');
        connection.getOutputStream().flush();
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    } catch (IOException e) {
      hungUp.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
