package dev.meetbot.lab.meeting;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A cable between a browser and a server, for pulling out. */
final class Forwarder implements AutoCloseable {
  private final ServerSocket server;
  private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
  private volatile int target;
  private volatile boolean cut;

  private Forwarder(ServerSocket server) {
    this.server = server;
  }

  static Forwarder start() {
    try {
      Forwarder made = new Forwarder(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      daemon(made::accept);
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where everything goes from now on. */
  void to(URI base) {
    target = base.getPort();
  }

  String authority() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  /** Ends every connection and takes no new one. */
  void cut() {
    cut = true;
    end(server);
    open.forEach(Forwarder::end);
  }

  private void accept() {
    try {
      while (!cut) {
        Socket in = server.accept();
        Socket out = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(in);
        open.add(out);
        daemon(() -> pump(in, out));
        daemon(() -> pump(out, in));
      }
    } catch (IOException e) {
      // cut
    }
  }

  private void pump(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // one side is gone, so the other goes too
    } finally {
      end(from);
      end(to);
    }
  }

  private static void end(Closeable end) {
    try {
      end.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "forwarder");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    cut();
  }
}
