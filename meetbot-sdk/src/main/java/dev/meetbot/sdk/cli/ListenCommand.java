package dev.meetbot.sdk.cli;

import com.sun.net.httpserver.HttpExchange;
import dev.meetbot.sdk.MeetbotResponseException;
import dev.meetbot.sdk.WebhookEvent;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Receives webhooks here. */
@CommandLine.Command(
    name = "listen",
    sortOptions = false,
    description = {
      "Receives webhooks on this machine, verifies and prints them.",
      "The server must be able to reach it, and be allowed to call such addresses."
    })
final class ListenCommand extends Command implements Receiver.Handler {
  private static final String PREFIX = "whsec_";
  private static final int LEAST_BYTES = 16;
  private static final String VARIABLE = "MEETBOT_WEBHOOK_SECRET";

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8765",
      description = "Where to listen; 8765 unless told otherwise, 0 for any.")
  private int port;

  @Option(
      names = "--secret-file",
      paramLabel = "FILE",
      description = "Holds the signing secret, whsec_...; else " + VARIABLE + " does.")
  private @Nullable String secretFile;

  @Option(
      names = "--forward",
      paramLabel = "URL",
      description = "Hands genuine ones on, and answers what is answered there.")
  private @Nullable URI target;

  @Option(names = "--count", paramLabel = "N", description = "Ends after so many genuine ones.")
  private @Nullable Integer count;

  private final Outside outside;
  private final CountDownLatch end = new CountDownLatch(1);
  private String secret = "";
  private @Nullable Forward forward;
  private int taken;

  ListenCommand(Session session) {
    super(session);
    this.outside = session.outside();
  }

  @Override
  ExitCode run() throws IOException, InterruptedException {
    secret = secret();
    forward = target == null ? null : new Forward(target);
    try (Receiver receiver = new Receiver(port, this)) {
      session.tell(
          "listening on "
              + receiver.url()
              + " until Ctrl-C; a server calls it with "
              + "meetbot.webhook.allow-private-targets=true");
      end.await();
    } catch (BindException e) {
      throw new CliException(ExitCode.LOCAL, "port " + port + " is in use: choose another --port");
    }
    return ExitCode.DONE;
  }

  private String secret() {
    String found =
        secretFile != null ? Given.text(secretFile, outside).strip() : outside.variable(VARIABLE);
    if (found == null || found.isEmpty()) {
      throw new CliException(
          ExitCode.USAGE, "the signing secret is missing: set " + VARIABLE + " or --secret-file");
    }
    if (!isSecret(found)) {
      throw new CliException(
          ExitCode.USAGE,
          "that is no signing secret: it is whsec_ and the base64 of at least 16 bytes");
    }
    return found;
  }

  /** With any other one all webhooks would be refused, and nobody would know why. */
  static boolean isSecret(String text) {
    try {
      return text.startsWith(PREFIX)
          && Base64.getDecoder().decode(text.substring(PREFIX.length())).length >= LEAST_BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public int take(byte[] body, HttpExchange exchange) {
    Instant now = outside.clock().instant();
    WebhookVerdict verdict =
        WebhookVerdict.of(body, exchange.getRequestHeaders()::getFirst, secret, now);
    if (verdict != WebhookVerdict.GENUINE) {
      String line = Words.time(now, outside.zone()) + "  refused: " + verdict.reason();
      print(
          session.json()
              ? WebhookLines.json(verdict, now)
              : Colour.BAD.on(line, session.terminal().colour()));
      return 401;
    }
    Integer status = forward == null ? null : forward.send(body, exchange.getRequestHeaders());
    print(session.json() ? WebhookLines.json(body, now, status) : line(body, now, status));
    taken++;
    return status == null ? 204 : status;
  }

  @Override
  public void answered() {
    if (count != null && taken >= count) {
      end.countDown();
    }
  }

  private String line(byte[] body, Instant now, @Nullable Integer status) {
    String handed = status == null ? "" : "  forwarded: " + status;
    try {
      return WebhookLines.line(WebhookEvent.parse(body), now, outside.zone()) + handed;
    } catch (MeetbotResponseException e) {
      return Words.time(now, outside.zone()) + "  signed, but no event: " + e.getMessage() + handed;
    }
  }

  private void print(String line) {
    try {
      session.terminal().print(line);
    } catch (CliException e) {
      end.countDown();
    }
  }
}
