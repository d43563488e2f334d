package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.MeetbotConnectionException;
import dev.meetbot.sdk.MeetbotException;
import dev.meetbot.sdk.MeetbotForbiddenException;
import dev.meetbot.sdk.MeetbotUnauthorizedException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether the server can be worked with from here. */
record ServerChecks(Session session) {
  private static final Duration NOTED = Duration.ofSeconds(5);
  // webhooks that are further off are refused as repeats
  private static final Duration REFUSED = Duration.ofSeconds(300);

  List<Finding> findings() throws InterruptedException {
    Access access;
    try {
      access = session.access();
    } catch (CliException e) {
      return List.of(
          e.code() == ExitCode.USAGE
              ? Finding.fail("server", e.getMessage(), "")
              : Finding.fail("login", e.getMessage(), "mend it, or log in anew"));
    }
    List<Finding> found = new ArrayList<>();
    Probe probe = new Probe(access.server(), session.outside());
    try {
      Reply alive = probe.get("/healthz");
      found.add(network(access.server(), alive, probe.proxy()));
      if (!isMeetbot(alive)) {
        // it gets no key
        found.add(Finding.warn("key", "not checked: what answered is no meetbot", ""));
        return found;
      }
      found.add(clock(alive));
      Reply ready = probe.get("/readyz");
      found.add(ready(ready));
    } catch (IOException e) {
      found.add(unreachable(access.server(), e, probe.proxy()));
    }
    found.add(key(access));
    return found;
  }

  /** Whether a healthy meetbot gave that answer of {@code /healthz}. Pure. */
  static boolean isMeetbot(Reply reply) {
    return reply.status() == 200 && JsonText.findObject(reply.body()).isPresent();
  }

  static Finding network(ServerAddress server, Reply reply, String proxy) {
    String way =
        (reply.tls() == null ? "without TLS" : reply.tls())
            + (proxy.isEmpty() ? ", no proxy" : ", by the proxy " + proxy);
    String what = server.url() + " answered in " + reply.took().toMillis() + " ms (" + way + ")";
    if (!isMeetbot(reply)) {
      return Finding.fail(
          "network",
          server.url()
              + "/healthz answered "
              + (reply.status() == 200 ? "something else than a meetbot does" : reply.status()),
          "see whether this is the address of a meetbot server");
    }
    return server.isInClear()
        ? Finding.warn("network", what, "use https: keys travel in clear")
        : Finding.ok("network", what);
  }

  /** The server's clock against ours; a header tells whole seconds only. Pure. */
  static Finding clock(Reply reply) {
    if (reply.date() == null) {
      return Finding.warn("clock", "the server does not tell its time", "");
    }
    Duration off = Duration.between(reply.date(), reply.received());
    long seconds = off.toSeconds();
    String what =
        Math.abs(seconds) <= 1
            ? "as the server's"
            : Math.abs(seconds) + " s " + (seconds > 0 ? "ahead of" : "behind") + " the server's";
    String advice = "set this machine's clock, or the server's, by a time server";
    if (off.abs().compareTo(REFUSED) > 0) {
      return Finding.fail("clock", what + "; webhooks would be refused", advice);
    }
    return off.abs().compareTo(NOTED) > 0
        ? Finding.warn("clock", what, advice)
        : Finding.ok("clock", what);
  }

  /** The probe's parts. Pure. */
  static Finding ready(Reply reply) {
    Map<String, ?> parts = JsonText.findObject(reply.body()).orElse(Map.of());
    List<String> bad =
        parts.entrySet().stream()
            .filter(part -> !part.getKey().equals("status") && !"ok".equals(part.getValue()))
            .map(part -> part.getKey() + " " + part.getValue())
            .toList();
    if (reply.status() == 200 && bad.isEmpty()) {
      return Finding.ok("server", "ready for bots");
    }
    return Finding.fail(
        "server",
        "not ready: " + (bad.isEmpty() ? "it answered " + reply.status() : String.join(", ", bad)),
        "look into the server's log");
  }

  private static Finding unreachable(ServerAddress server, IOException error, String proxy) {
    return Finding.fail(
        "network",
        LostConnection.reason(error, server.url()),
        proxy.isEmpty() ? "check address, network and proxy" : "check the proxy " + proxy);
  }

  private Finding key(Access access) {
    if (access.key().isEmpty()) {
      return Finding.fail("key", "not signed in to " + access.server().url(), "run meetbot login");
    }
    try {
      String name = session.ask(bots -> bots.account().me()).name();
      return Finding.ok("key", "good, of " + name + ", from " + access.source());
    } catch (MeetbotForbiddenException e) {
      return Finding.warn(
          "key", "good, but not for jobs, from " + access.source(), "use a live or a test key");
    } catch (MeetbotConnectionException e) {
      return Finding.warn("key", "not checked: the server cannot be reached", "");
    } catch (CliException e) {
      return Finding.fail("key", e.getMessage(), mend(access));
    } catch (MeetbotUnauthorizedException e) {
      return Finding.fail("key", e.getMessage() + ", from " + access.source(), mend(access));
    } catch (MeetbotException e) {
      return Finding.fail(
          "key", session.failure(e).text() + ", from " + access.source(), "try again later");
    }
  }

  private static String mend(Access access) {
    return access.source().equals(Access.VARIABLE)
        ? "unset or correct " + Access.VARIABLE
        : "run meetbot login";
  }
}
