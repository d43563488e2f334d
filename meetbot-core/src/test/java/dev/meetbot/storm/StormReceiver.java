package dev.meetbot.storm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A receiver on loopback that behaves in its manner and writes down what comes. */
final class StormReceiver implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
  private static final Pattern BODY =
      Pattern.compile("\"attempt\":(\\d+).*\"job\":(\\d+),\"seq\":(\\d+)", Pattern.DOTALL);
  private static final long HANG_MILLIS = 30_000;

  private final ServerSocket server;
  private final Manner manner;
  private final ExecutorService threads = Executors.newCachedThreadPool(StormReceiver::daemon);
  private final List<Arrival> arrivals;

  /**
   * One request.
   *
   * @param order of its connection among all of this receiver
   * @param accepted whether it was answered 2xx
   */
  record Arrival(int order, long nanos, int job, int sequence, int attempt, boolean accepted) {}

  /**
   * @param arrivals where requests are added
   */
  StormReceiver(Manner manner, List<Arrival> arrivals) throws IOException {
    this.manner = manner;
    this.arrivals = arrivals;
    server = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    if (manner == Manner.DOWN) {
      server.close();
    } else {
      threads.execute(this::accept);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "storm-receiver");
    thread.setDaemon(true);
    return thread;
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    try {
      for (int order = 0; ; order++) {
        Socket connection = server.accept();
        int place = order;
        threads.execute(() -> handle(connection, place));
      }
    } catch (IOException e) {
      // closed: the storm is over
    }
  }

  private void handle(Socket socket, int order) {
    try (Socket connection = socket) {
      String request = read(connection.getInputStream());
      Matcher body = BODY.matcher(request);
      if (!body.find()) {
        return; // a sender that was killed in the middle of it
      }
      int attempt = Integer.parseInt(body.group(1));
      boolean accepts =
          switch (manner) {
            case FINE, ENDLESS_BODY -> true;
            case FLAKY -> attempt > 2;
            case BUSY -> attempt > 1;
            default -> false;
          };
      arrivals.add(
          new Arrival(
              order,
              System.nanoTime(),
              Integer.parseInt(body.group(2)),
              Integer.parseInt(body.group(3)),
              attempt,
              accepts));
      connection.getOutputStream().write(answer(accepts).getBytes(StandardCharsets.US_ASCII));
      connection.getOutputStream().flush();
      if (manner.slow()) {
        connection.setSoTimeout((int) HANG_MILLIS);
        connection.getInputStream().read(); // until the sender hangs up
      }
    } catch (IOException e) {
      // the sender was killed, or gave up
    }
  }

  private String answer(boolean accepts) {
    return switch (manner) {
      case SILENT, CLOSES, DOWN -> "";
      case HANGS_IN_HEADER -> "HTTP/1.1 200 OK\r\nX-Slow: and then";
      case ENDLESS_BODY -> "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nso far";
      case REDIRECTS -> head("302 Found\r\nLocation: http://127.0.0.1:" + port() + "/elsewhere");
      case GONE -> head("410 Gone");
      case BUSY -> head(accepts ? "200 OK" : "429 Too Many Requests\r\nRetry-After: 1");
      default -> head(accepts ? "200 OK" : "500 Internal Server Error");
    };
  }

  private static String head(String status) {
    return "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
  }

  private static String read(InputStream in) throws IOException {
    StringBuilder request = new StringBuilder();
    byte[] piece = new byte[8192];
    int end = -1;
    int length = 0;
    while (end < 0 || request.length() < end + 4 + length) {
      int n = in.read(piece);
      if (n < 0) {
        break;
      }
      request.append(new String(piece, 0, n, StandardCharsets.ISO_8859_1));
      if (end < 0) {
        end = request.indexOf("\r\n\r\n");
        Matcher header = LENGTH.matcher(request);
        length = end >= 0 && header.find() ? Integer.parseInt(header.group(1)) : 0;
      }
    }
    return request.toString();
  }

  @Override
  public void close() {
    try {
      server.close();
      threads.shutdownNow();
      threads.awaitTermination(1, TimeUnit.SECONDS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** All receivers of the storm, and what came to them. */
  record All(List<StormReceiver> receivers, Map<Integer, List<Arrival>> arrivals)
      implements AutoCloseable {
    static All open() throws IOException {
      List<StormReceiver> receivers = new CopyOnWriteArrayList<>();
      Map<Integer, List<Arrival>> arrivals = new HashMap<>();
      for (int i = 0; i < StormPlan.RECEIVERS.size(); i++) {
        List<Arrival> own = java.util.Collections.synchronizedList(new java.util.ArrayList<>());
        arrivals.put(i, own);
        receivers.add(new StormReceiver(StormPlan.RECEIVERS.get(i), own));
      }
      return new All(receivers, arrivals);
    }

    String ports() {
      return String.join(",", receivers.stream().map(r -> Integer.toString(r.port())).toList());
    }

    int accepted() {
      return arrivals.values().stream().mapToInt(All::accepted).sum();
    }

    /** How many messages receivers of that manner have accepted, each counted once. */
    int accepted(Manner manner) {
      int count = 0;
      for (int i = 0; i < StormPlan.RECEIVERS.size(); i++) {
        if (StormPlan.RECEIVERS.get(i) == manner) {
          List<Arrival> own = arrivals.getOrDefault(i, List.of());
          synchronized (own) {
            count +=
                (int) own.stream().map(a -> StormPlan.id(a.job(), a.sequence())).distinct().count();
          }
        }
      }
      return count;
    }

    private static int accepted(List<Arrival> own) {
      synchronized (own) {
        return (int) own.stream().filter(Arrival::accepted).count();
      }
    }

    @Override
    public void close() {
      receivers.forEach(StormReceiver::close);
    }
  }
}
