package dev.meetbot.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.meetbot.spi.webhook.DeliveryResult;
import dev.meetbot.spi.webhook.WebhookRequest;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real receiver with TLS, whose certificate is for {@code hooks.example}. */
final class TlsIT {
  private static final Duration PATIENT = Duration.ofSeconds(30);
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir static Path folder;

  private static final AtomicInteger requests = new AtomicInteger();
  private static final AtomicReference<String> host = new AtomicReference<>();
  private static HttpsServer server;
  private static SSLContext trustingIt;

  @BeforeAll
  static void start() throws Exception {
    Path file = folder.resolve("receiver.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "receiver",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=hooks.example",
                "-ext",
                "SAN=dns:hooks.example",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                "changeit",
                "-keypass",
                "changeit")
            .redirectErrorStream(true)
            .start();
    String output = new String(keytool.getInputStream().readAllBytes());
    assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(keytool.exitValue()).as(output).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, PASSWORD);
    SSLContext ofServer = SSLContext.getInstance("TLS");
    ofServer.init(keys.getKeyManagers(), null, null);

    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("receiver", store.getCertificate("receiver"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    trustingIt = SSLContext.getInstance("TLS");
    trustingIt.init(null, trust.getTrustManagers(), null);

    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(ofServer));
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          host.set(exchange.getRequestHeaders().getFirst("Host"));
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  @BeforeEach
  void forget() {
    requests.set(0);
  }

  @Test
  void aReceiverWhoseCertificateNobodySignedIsRefused() throws Exception {
    DeliveryResult result = send("hooks.example", SSLContext.getDefault());
    assertThat(result.status()).isNull();
    assertThat(result.error()).contains("no trusted TLS connection to hooks.example");
    assertThat(requests).hasValue(0);
  }

  @Test
  void aReceiverThatTheTrustStoreKnowsGetsIt() {
    assertThat(send("hooks.example", trustingIt).status()).isEqualTo(204);
    assertThat(requests).hasValue(1);
    assertThat(host).hasValue("hooks.example:" + server.getAddress().getPort());
  }

  @Test
  void aTrustedCertificateForAnotherNameIsRefused() {
    for (String name : List.of("other.example", "hooks.example.evil.example", "127.0.0.1")) {
      DeliveryResult result = send(name, trustingIt);
      assertThat(result.status()).isNull();
      assertThat(result.error()).contains("no trusted TLS connection to " + name);
    }
    assertThat(requests).hasValue(0);
  }

  @Test
  void plainTextAtATlsPortIsAResult() {
    DeliveryResult result = send(URI.create(url("hooks.example").replace("https", "http")));
    assertThat(result.status() == null || result.status() == 400).isTrue();
    assertThat(requests).hasValue(0);
  }

  private static String url(String name) {
    return "https://" + name + ":" + server.getAddress().getPort() + "/hook";
  }

  private static DeliveryResult send(URI url) {
    return send(url, trustingIt);
  }

  private static DeliveryResult send(String name, SSLContext tls) {
    return send(URI.create(url(name)), tls);
  }

  /** All names mean loopback here, and the operator allows it. */
  private static DeliveryResult send(URI url, SSLContext tls) {
    GuardedResolver resolver =
        new GuardedResolver(
            AddressPolicy.publicAnd(List.of("127.0.0.0/8")),
            name -> new InetAddress[] {InetAddress.getLoopbackAddress()});
    try (HttpWebhookTransport transport =
        new HttpWebhookTransport(resolver, "test", tls, Wire::directSocket)) {
      return transport.send(new WebhookRequest(url, Map.of(), new byte[] {'{', '}'}), PATIENT);
    }
  }
}
