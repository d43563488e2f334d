package dev.meetbot.jaxrs.error;

import dev.meetbot.jaxrs.dto.ErrorDto;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import java.lang.System.Logger.Level;

/** Puts the request id on every answer, and turns a {@link Problem} into what the client sees. */
public final class ProblemFilter implements ContainerResponseFilter {
  private static final System.Logger LOG = System.getLogger(ProblemFilter.class.getName());

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Object known = request.getProperty(RequestId.PROPERTY);
    String id = known == null ? RequestId.fresh() : known.toString();
    response.getHeaders().putSingle(RequestId.HEADER, id);
    if (response.getEntity() instanceof Problem problem) {
      log(problem, id);
      response.setEntity(dto(problem, id), null, MediaType.APPLICATION_JSON_TYPE);
    }
  }

  private static ErrorDto dto(Problem problem, String id) {
    return ErrorDto.of(
        problem.code(), problem.message(), problem.issues(), problem.jobStatus(), id);
  }

  private static void log(Problem problem, String id) {
    if (problem.cause() != null) {
      LOG.log(Level.ERROR, "request " + id + " failed", problem.cause());
    }
  }
}
