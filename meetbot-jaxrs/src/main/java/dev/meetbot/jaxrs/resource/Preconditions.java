package dev.meetbot.jaxrs.resource;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** What a client has already. */
public final class Preconditions {
  private Preconditions() {}

  /**
   * The answer that spares the body; null when it has to be sent. A header that cannot be read is
   * ignored, as RFC 9110 has it for what makes no sense.
   */
  public static Response.@Nullable ResponseBuilder unchanged(Request request, EntityTag tag) {
    try {
      return request.evaluatePreconditions(tag);
    } catch (ProcessingException | IllegalArgumentException e) {
      return null;
    }
  }
}
