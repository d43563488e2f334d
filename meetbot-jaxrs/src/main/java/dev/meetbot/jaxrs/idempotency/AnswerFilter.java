package dev.meetbot.jaxrs.idempotency;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/**
 * Keeps answers without a body, and none that says "later": those of our faults and of limits. It
 * is the last filter of an answer.
 */
@Priority(2)
public final class AnswerFilter implements ContainerResponseFilter {
  private static final int TOO_MANY = 429;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(request.getProperty(Running.PROPERTY) instanceof Running running)) {
      return;
    }
    int status = response.getStatus();
    running.status(status);
    if (status >= 500 || status == TOO_MANY) {
      request.removeProperty(Running.PROPERTY);
      running.abandon();
    } else if (!response.hasEntity()) {
      request.removeProperty(Running.PROPERTY);
      running.complete(response.getHeaders(), new byte[0]);
    }
  }
}
