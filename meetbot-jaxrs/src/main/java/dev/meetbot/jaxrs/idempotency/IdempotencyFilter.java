package dev.meetbot.jaxrs.idempotency;

import dev.meetbot.engine.Idempotency;
import dev.meetbot.engine.Issue;
import dev.meetbot.engine.StoredAnswer;
import dev.meetbot.jaxrs.Engines;
import dev.meetbot.jaxrs.error.Problem;
import dev.meetbot.jaxrs.resource.RequestBody;
import dev.meetbot.jaxrs.security.CallerSecurity;
import jakarta.annotation.Priority;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Has every POST below {@code /api/v1} with an {@code Idempotency-Key} done once: the answer of the
 * first is kept for 24 hours and given to the others. Only for callers with a key of the right
 * scope; whoever has none shares no name space with anybody.
 */
@Priority(Priorities.ENTITY_CODER)
public final class IdempotencyFilter implements ContainerRequestFilter {
  private static final String HEADER = "Idempotency-Key";
  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");

  private final Application application;
  private final ServletContext context;

  /** Made once by JAX-RS. */
  public IdempotencyFilter(@Context Application application, @Context ServletContext context) {
    this.application = application;
    this.context = context;
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    String key = request.getHeaderString(HEADER);
    boolean mine =
        request.getMethod().equals("POST") && request.getUriInfo().getPath().contains("api/v1/");
    if (key == null || !mine) {
      return;
    }
    if (!FORM.matcher(key).matches()) {
      String message = HEADER + " must have 1 to 255 visible ASCII characters";
      Issue issue = new Issue(List.of(HEADER), "invalid_value", message);
      request.abortWith(Problem.invalid(List.of(issue)).response().build());
      return;
    }
    if (request.getSecurityContext() instanceof CallerSecurity security) {
      byte[] body = RequestBody.bytes(request.getEntityStream(), request.getLength());
      request.setEntityStream(new ByteArrayInputStream(body));
      Idempotency idempotency = Engines.of(application, context).idempotency();
      URI uri = request.getUriInfo().getRequestUri();
      try {
        begin(request, idempotency, idempotency.begin(security.caller(), key, print(uri, body)));
      } catch (RuntimeException e) {
        // what a filter throws, no mapper is sure to see
        request.abortWith(Problem.internal(e).response().build());
      }
    }
  }

  private static void begin(
      ContainerRequestContext request, Idempotency idempotency, Idempotency.Start start) {
    if (start instanceof Idempotency.Run run) {
      request.setProperty(Running.PROPERTY, new Running(idempotency, run));
    } else if (start instanceof Idempotency.Replay replay) {
      request.abortWith(again(replay.answer()));
    } else if (start instanceof Idempotency.Mismatch) {
      String message = "this Idempotency-Key was used for another request";
      request.abortWith(Problem.of(422, "idempotency_mismatch", message).response().build());
    } else {
      String message = "the first request with this Idempotency-Key is still running";
      request.abortWith(
          Problem.of(409, "idempotency_conflict", message)
              .response()
              .header(HttpHeaders.RETRY_AFTER, 1)
              .build());
    }
  }

  private static Response again(StoredAnswer answer) {
    Response.ResponseBuilder response = Response.status(answer.status());
    answer.headers().forEach(response::header);
    if (answer.body().length > 0) {
      response.entity(answer.body());
    }
    return response.header("Idempotency-Replayed", "true").build();
  }

  private static String print(URI uri, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String target = "POST " + uri.getRawPath() + "?" + uri.getRawQuery() + "\n";
      digest.update(target.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
