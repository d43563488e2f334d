package dev.meetbot.jaxrs.error;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;

/** Gives every request its id before anything can fail. */
@PreMatching
@Priority(1)
public final class RequestIdFilter implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    String sent = request.getHeaderString(RequestId.HEADER);
    request.setProperty(RequestId.PROPERTY, RequestId.takeOver(sent));
  }
}
