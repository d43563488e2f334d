package dev.meetbot.sdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateExpiredException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class LostConnectionTest {
  private static String reason(Throwable cause) {
    return LostConnection.reason(new IOException("no whole answer came", cause), "https://a");
  }

  private static Exception connect(Throwable cause) {
    return (Exception) new ConnectException().initCause(cause);
  }

  private static Exception tls(String message, Throwable cause) {
    return (Exception) new SSLHandshakeException(message).initCause(cause);
  }

  @Test
  void an_address_where_nobody_is_has_its_reason() {
    assertThat(reason(connect(new ClosedChannelException())))
        .isEqualTo("the server https://a cannot be reached: nobody listens there");
    assertThat(reason(connect(connect(new UnresolvedAddressException()))))
        .isEqualTo("the server https://a cannot be reached: there is no such host");
    assertThat(reason(connect(new NoRouteToHostException("No route to host"))))
        .isEqualTo("the server https://a cannot be reached: no way leads there");
    assertThat(reason(new HttpConnectTimeoutException("late")))
        .isEqualTo("the server https://a does not answer in time");
    assertThat(reason(new IOException("Tunnel failed, got: 403"))).contains("the proxy refuses");
  }

  @Test
  void a_certificate_that_is_not_taken_is_told_of_without_names_of_classes() {
    assertThat(reason(tls("PKIX path building failed: sun.security.E: no path", null)))
        .endsWith("its certificate is of nobody that this machine trusts");
    assertThat(reason(tls("PKIX path validation failed", new CertificateExpiredException())))
        .endsWith("its certificate has expired");
    assertThat(reason(tls("No name matching a found", null))).endsWith("is for another name");
    assertThat(reason(tls("java.lang.SomeException: protocol_version", null)))
        .endsWith("TLS: protocol_version");
  }

  @Test
  void what_nobody_knows_is_no_whole_answer() {
    assertThat(reason(new IOException("HTTP/1.1 header parser received no bytes")))
        .isEqualTo("the server https://a gave no whole answer");
    assertThat(LostConnection.reason(new IOException(), null))
        .isEqualTo("the server gave no whole answer");
  }
}
