package dev.meetbot.tck;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on loopback that says what it was told to say, HTTP or not, and then keeps silent. */
public final class RawServer implements Closeable {
  private final ServerSocket server;
  private final List<Socket> connections = new CopyOnWriteArrayList<>();

  /**
   * @param answer what each connection gets as soon as it has sent something
   * @param hangUp whether the connection is closed after that
   */
  public RawServer(String answer, boolean hangUp) throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(() -> serve(answer, hangUp), "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Where it listens. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/hook");
  }

  private void serve(String answer, boolean hangUp) {
    try {
      while (true) {
        Socket connection = server.accept();
        connections.add(connection);
        byte[] request = new byte[8192];
        if (connection.getInputStream().read(request) > 0) {
          connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
          connection.getOutputStream().flush();
        }
        if (hangUp) {
          connection.close();
        }
      }
    } catch (SocketException e) {
      // the test is over, or the client hung up: both are the end
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }
}
