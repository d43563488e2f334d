package dev.meetbot.jaxrs.idempotency;

import dev.meetbot.engine.Idempotency;
import dev.meetbot.engine.StoredAnswer;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A request that runs under an idempotency key, until its answer is kept. */
final class Running {
  /** Name of the request's property that holds it. */
  static final String PROPERTY = "dev.meetbot.idempotency";

  private static final Logger LOG = System.getLogger(Running.class.getName());

  /** What belongs to the answer itself; all other headers are made anew for each request. */
  private static final List<String> KEPT =
      List.of("Content-Type", "Location", "Meetbot-Deduplicated", "Retry-After");

  private final Idempotency idempotency;
  private final Idempotency.Run run;
  private int status;

  Running(Idempotency idempotency, Idempotency.Run run) {
    this.idempotency = idempotency;
    this.run = run;
  }

  void status(int given) {
    status = given;
  }

  /** Keeps nothing, so that a repetition runs again. */
  void abandon() {
    guarded(() -> idempotency.abandon(run));
  }

  /** Keeps the answer. */
  void complete(MultivaluedMap<String, Object> headers, byte[] body) {
    Map<String, String> kept = new HashMap<>();
    for (String name : KEPT) {
      Object value = headers.getFirst(name);
      if (value != null) {
        kept.put(name, value.toString());
      }
    }
    guarded(() -> idempotency.complete(run, new StoredAnswer(status, kept, body)));
  }

  /** What was done is done: the client gets its answer whether it could be kept or not. */
  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the answer of an idempotent request could not be kept", e);
    }
  }
}
