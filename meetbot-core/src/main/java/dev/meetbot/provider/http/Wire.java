package dev.meetbot.provider.http;

import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * An HTTP client that does nothing but what a webhook needs: one request on one connection of its
 * own, to an address that was checked. No redirects, cookies, credentials, proxies, decompression
 * or retries, and nothing that system properties could turn on.
 */
final class Wire {
  private static final int MAX_CONNECTIONS = 512;
  private static final int MAX_HEADERS = 200;
  private static final int MAX_LINE = 16 * 1024;

  private Wire() {}

  /** A new client; the deadline of a request is the caller's to keep. */
  static CloseableHttpClient client(
      GuardedResolver resolver, SSLContext tls, String userAgent, Supplier<Socket> sockets) {
    PoolingHttpClientConnectionManager connections =
        new PoolingHttpClientConnectionManager(
            operator(resolver, tls, sockets),
            PoolConcurrencyPolicy.STRICT,
            PoolReusePolicy.LIFO,
            TimeValue.NEG_ONE_MILLISECOND,
            ManagedHttpClientConnectionFactory.builder()
                .http1Config(
                    Http1Config.custom()
                        .setMaxHeaderCount(MAX_HEADERS)
                        .setMaxLineLength(MAX_LINE)
                        .build())
                .build());
    connections.setMaxTotal(MAX_CONNECTIONS);
    connections.setDefaultMaxPerRoute(MAX_CONNECTIONS);
    connections.setDefaultConnectionConfig(
        ConnectionConfig.custom().setConnectTimeout(Timeout.ofMinutes(5)).build());
    return HttpClientBuilder.create()
        .setConnectionManager(connections)
        // a connection is good for one request: the next one is checked and pinned anew
        .setConnectionReuseStrategy((request, response, context) -> false)
        .setUserAgent(userAgent)
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableAutomaticRetries()
        .disableContentCompression()
        .disableConnectionState()
        .build();
  }

  private static HttpClientConnectionOperator operator(
      GuardedResolver resolver, SSLContext tls, Supplier<Socket> sockets) {
    // checks the certificate and, by HTTPS's own rules, the host's name
    TlsSocketStrategy strategy = new DefaultClientTlsStrategy(tls);
    return new DefaultHttpClientConnectionOperator(
        proxy -> sockets.get(),
        DefaultSchemePortResolver.INSTANCE,
        resolver,
        RegistryBuilder.<TlsSocketStrategy>create().register("https", strategy).build());
  }

  /** A socket that no system property sends to a proxy. */
  static Socket directSocket() {
    return new Socket(Proxy.NO_PROXY);
  }

  static RequestConfig config(Duration timeout) {
    Timeout limit = Timeout.of(timeout);
    return RequestConfig.custom()
        .setConnectionRequestTimeout(limit)
        .setResponseTimeout(limit)
        .setRedirectsEnabled(false)
        .setAuthenticationEnabled(false)
        .setContentCompressionEnabled(false)
        .setProtocolUpgradeEnabled(false)
        .setExpectContinueEnabled(false)
        .build();
  }

  static HttpHost target(URI url) {
    String host = url.getHost();
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return new HttpHost(url.getScheme(), bare, url.getPort());
  }
}
