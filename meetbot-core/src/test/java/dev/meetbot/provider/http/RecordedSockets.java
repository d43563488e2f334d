package dev.meetbot.provider.http;

import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Sockets that write down what they were to connect to, and do not. */
final class RecordedSockets implements Supplier<Socket> {
  private final List<String> connectedTo = new CopyOnWriteArrayList<>();

  /** Address and port of every attempt to connect, in order. */
  List<String> connectedTo() {
    return List.copyOf(connectedTo);
  }

  @Override
  public Socket get() {
    return new Socket() {
      @Override
      public void connect(SocketAddress endpoint, int timeout) throws ConnectException {
        InetSocketAddress address = (InetSocketAddress) endpoint;
        connectedTo.add(address.getAddress().getHostAddress() + ":" + address.getPort());
        throw new ConnectException("recorded");
      }
    };
  }
}
