package dev.meetbot.sdk.cli;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateExpiredException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why there is no connection, in words, as far as an error and its causes tell. Pure. */
final class LostConnection {
  private LostConnection() {}

  /**
   * The reason.
   *
   * @param server the address that was asked; null when it is not known
   */
  static String reason(Throwable lost, @Nullable String server) {
    String who = server == null ? "the server" : "the server " + server;
    for (Throwable cause = lost; cause != null; cause = cause.getCause()) {
      String why = why(cause);
      if (!why.isEmpty()) {
        return who + " " + why;
      }
    }
    return who + " gave no whole answer";
  }

  private static String why(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
      return "cannot be reached: there is no such host";
    }
    if (cause instanceof SSLException) {
      return tls(cause, message);
    }
    if (cause instanceof HttpTimeoutException) {
      return "does not answer in time";
    }
    if (cause instanceof NoRouteToHostException || message.contains("Network is unreachable")) {
      return "cannot be reached: no way leads there";
    }
    if (message.startsWith("Tunnel failed")) {
      return "cannot be reached: the proxy refuses to lead there";
    }
    // the reasons above are its causes, or there are none
    return cause instanceof ConnectException && !hasReason(cause.getCause())
        ? "cannot be reached: nobody listens there"
        : "";
  }

  private static boolean hasReason(@Nullable Throwable cause) {
    return cause != null && (!why(cause).isEmpty() || hasReason(cause.getCause()));
  }

  private static String tls(Throwable error, String message) {
    if (message.contains("nrecognized SSL message")) {
      return "speaks http, not https";
    }
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateExpiredException) {
        return "cannot be reached: its certificate has expired";
      }
    }
    if (message.contains("PKIX path")) {
      return "cannot be reached: its certificate is of nobody that this machine trusts";
    }
    return message.contains("No subject alternative") || message.contains("No name matching")
        ? "cannot be reached: its certificate is for another name"
        : "cannot be reached: TLS: " + message.replaceAll("[\\w.$]+(Exception|Error): ", "");
  }
}
