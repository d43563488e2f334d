package dev.meetbot.provider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.meetbot.spi.webhook.DeliveryResult;
import dev.meetbot.spi.webhook.WebhookRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every line of {@code ssrf-targets.txt} goes through the whole transport, from the URL to the
 * moment at which a socket would connect. DNS is played and nothing is really connected to.
 */
final class SsrfTableTest {
  private static final Duration PATIENT = Duration.ofSeconds(30);

  record Row(String url, String dns, List<String> allowed, boolean passes, String expected) {
    static Row parse(String line) {
      String[] cells = line.split("\\|", -1);
      assertThat(cells).as(line).hasSize(5);
      Arrays.setAll(cells, i -> cells[i].strip());
      assertThat(cells[3]).isIn("refused", "allowed");
      List<String> allowed = cells[2].isEmpty() ? List.of() : List.of(cells[2].split(","));
      return new Row(cells[0], cells[1], allowed, cells[3].equals("allowed"), cells[4]);
    }
  }

  static Stream<Row> rows() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(SsrfTableTest.class.getResourceAsStream("ssrf-targets.txt")),
                StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).map(Row::parse).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aTargetIsRefusedOrConnectedToAsWritten(Row row) {
    PlayedDns dns = new PlayedDns(row.dns());
    RecordedSockets sockets = new RecordedSockets();
    try (HttpWebhookTransport transport = transport(row, dns, sockets)) {
      DeliveryResult result = send(transport, row.url());
      assertThat(result.status()).isNull();
      if (row.passes()) {
        assertThat(sockets.connectedTo()).containsExactly(row.expected().split(" "));
        assertThat(result.error()).startsWith("could not connect");
        assertThat(transport.refusal(URI.create(row.url()))).isEmpty();
      } else {
        assertThat(sockets.connectedTo()).isEmpty();
        assertThat(result.error()).contains(row.expected());
      }
      assertThat(dns.lookUps()).isLessThanOrEqualTo(1);
    }
  }

  /** Some of these never get so far, because Java's URL reader stops at them already. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2130706433", "0x7f000001", "0X7F.1", "0177.0.0.1", "127.1", "127.0.0.01", "127.0.0.1.",
        "256.0.0.1", "1.1.1.1.1", "1..1.1", "a.b.0x1", "x.127", "fe80::1%eth0", "[::1%25lo]",
        "1:2:3", "g::1", "::1.2.3"
      })
  void theResolverRefusesAddressesThatProgramsReadDifferently(String host) {
    GuardedResolver resolver =
        new GuardedResolver(
            AddressPolicy.any(),
            name -> {
              throw new AssertionError("looked up " + name);
            });
    assertThatExceptionOfType(RefusedAddressException.class)
        .isThrownBy(() -> resolver.resolve(host));
  }

  @Test
  void theTableIsLongEnough() throws IOException {
    assertThat(rows()).hasSizeGreaterThan(100).doesNotHaveDuplicates();
  }

  @Test
  void dnsThatChangesBetweenLookUpsIsJudgedAnewAtEveryAttempt() throws Exception {
    PlayedDns dns = new PlayedDns("93.184.216.34;127.0.0.1;93.184.216.35+10.0.0.1;93.184.216.36");
    RecordedSockets sockets = new RecordedSockets();
    Row row = new Row("https://rebind.example/", "", List.of(), true, "");
    try (HttpWebhookTransport transport = transport(row, dns, sockets)) {
      assertThat(send(transport, row.url()).error()).startsWith("could not connect");
      assertThat(send(transport, row.url()).error()).contains("loopback");
      assertThat(send(transport, row.url()).error()).contains("private");
      assertThat(send(transport, row.url()).error()).startsWith("could not connect");
    }
    assertThat(sockets.connectedTo()).containsExactly("93.184.216.34:443", "93.184.216.36:443");
    assertThat(dns.lookUps()).isEqualTo(4);
  }

  private static HttpWebhookTransport transport(Row row, PlayedDns dns, RecordedSockets sockets) {
    GuardedResolver resolver = new GuardedResolver(AddressPolicy.publicAnd(row.allowed()), dns);
    try {
      return new HttpWebhookTransport(resolver, "test", SSLContext.getDefault(), sockets);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static DeliveryResult send(HttpWebhookTransport transport, String url) {
    try {
      return transport.send(new WebhookRequest(new URI(url), Map.of(), new byte[2]), PATIENT);
    } catch (URISyntaxException e) {
      return DeliveryResult.unreachable("no URL");
    }
  }

  /** Answers look-ups with what a line says, one after the other, the last one for ever. */
  private static final class PlayedDns implements GuardedResolver.Lookup {
    private final String[] answers;
    private int lookUps;

    PlayedDns(String answers) {
      this.answers = answers.split(";");
    }

    int lookUps() {
      return lookUps;
    }

    @Override
    public InetAddress[] lookUp(String name) throws UnknownHostException {
      String answer = answers[Math.min(lookUps++, answers.length - 1)];
      if (answer.equals("none")) {
        throw new UnknownHostException(name);
      }
      assertThat(answer).as("nothing is looked up for " + name).isNotEmpty();
      String[] texts = answer.split("\\+");
      InetAddress[] addresses = new InetAddress[texts.length];
      for (int i = 0; i < texts.length; i++) {
        addresses[i] = InetAddress.getByName(texts[i]);
      }
      return addresses;
    }
  }
}
