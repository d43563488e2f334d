package dev.meetbot.sdk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A socket that misbehaves in one of the ways of the vectors. */
final class BrokenServer implements AutoCloseable {
  private final String failure;
  private final ServerSocket socket;
  private final CountDownLatch closing = new CountDownLatch(1);

  BrokenServer(String failure) {
    this.failure = failure;
    try {
      socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
      if (failure.equals("refused")) {
        socket.close();
        return;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::serve, "broken-server");
    thread.setDaemon(true);
    thread.start();
  }

  String url() {
    return "http://localhost:" + socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        readHead(connection.getInputStream());
        misbehave(connection.getOutputStream());
      } catch (IOException e) {
        // the client went away, or this server was closed
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static void readHead(InputStream in) throws IOException {
    int matched = 0;
    for (int next = in.read(); next >= 0 && matched < 4; ) {
      matched = next == (matched % 2 == 0 ? '\r' : '\n') ? matched + 1 : 0;
      if (matched < 4) {
        next = in.read();
      }
    }
  }

  private void misbehave(OutputStream out) throws IOException, InterruptedException {
    String head = "HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\n";
    switch (failure) {
      case "closed" -> out.flush();
      case "garbage" -> write(out, "\u0000\u0001 this is no HTTP at all\n\n{]\u00ff");
      case "half" -> write(out, head + "Content-Length: 500\r\n\r\n{\"jobId\":");
      case "silent" -> closing.await();
      case "slow" -> {
        write(out, head + "Content-Length: 5000\r\n\r\n");
        while (!closing.await(20, TimeUnit.MILLISECONDS)) {
          write(out, " ");
        }
      }
      default -> throw new AssertionError(failure);
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
