package dev.meetbot.sdk.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The proxy of {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY}, in either case, as
 * other programs of a command line take it; Java alone knows only its own properties. Pure.
 */
final class ProxyVariables extends ProxySelector {
  private final UnaryOperator<@Nullable String> environment;

  private ProxyVariables(UnaryOperator<@Nullable String> environment) {
    this.environment = environment;
  }

  /** Empty when no variable names a proxy; Java's properties count then. */
  static Optional<ProxySelector> selector(UnaryOperator<@Nullable String> environment) {
    ProxyVariables variables = new ProxyVariables(environment);
    boolean named = variables.value("https_proxy") != null || variables.value("http_proxy") != null;
    return named ? Optional.of(variables) : Optional.empty();
  }

  @Override
  public List<Proxy> select(URI target) {
    String host = String.valueOf(target.getHost()).toLowerCase(Locale.ROOT);
    String proxy =
        value("https".equalsIgnoreCase(target.getScheme()) ? "https_proxy" : "http_proxy");
    if (proxy == null || isLoopback(host) || isExcepted(host)) {
      return List.of(Proxy.NO_PROXY);
    }
    URI address = URI.create(proxy.contains("://") ? proxy : "http://" + proxy);
    if (address.getHost() == null) {
      throw new IllegalArgumentException("the variable for the proxy holds no address");
    }
    int port = address.getPort() < 0 ? 80 : address.getPort();
    return List.of(
        new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(address.getHost(), port)));
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }

  private boolean isExcepted(String host) {
    String exceptions = value("no_proxy");
    return exceptions != null
        && Arrays.stream(exceptions.toLowerCase(Locale.ROOT).split(","))
            .map(name -> name.trim().replaceFirst("^\\*?\\.", ""))
            .anyMatch(
                name ->
                    name.equals("*")
                        || (!name.isEmpty() && (host.equals(name) || host.endsWith("." + name))));
  }

  private @Nullable String value(String name) {
    String value = environment.apply(name);
    String other = environment.apply(name.toUpperCase(Locale.ROOT));
    String chosen = value == null || value.isBlank() ? other : value;
    return chosen == null || chosen.isBlank() ? null : chosen.trim();
  }

  @Override
  public void connectFailed(URI target, SocketAddress address, IOException failure) {
    // the request itself fails and tells
  }
}
