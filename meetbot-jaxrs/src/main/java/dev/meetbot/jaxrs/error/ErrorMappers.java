package dev.meetbot.jaxrs.error;

import dev.meetbot.engine.IllegalTransitionException;
import dev.meetbot.engine.InvalidJobException;
import dev.meetbot.engine.JobFinishedException;
import dev.meetbot.engine.JobNotFoundException;
import dev.meetbot.engine.RefusedException;
import dev.meetbot.engine.VerbRefusedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Exceptions to answers; every one of them ends as a {@link Problem}. */
public final class ErrorMappers {
  private ErrorMappers() {}

  /** What nobody expected. */
  public static final class Anything implements ExceptionMapper<Throwable> {
    @Override
    public Response toResponse(Throwable e) {
      return Problem.internal(e).response().build();
    }
  }

  /** What JAX-RS itself refuses: unknown paths, methods, media types. */
  public static final class Http implements ExceptionMapper<WebApplicationException> {
    @Override
    public Response toResponse(WebApplicationException e) {
      Response given = e.getResponse();
      if (given.hasEntity() || given.getStatus() < 400) {
        return given;
      }
      if (given.getStatus() >= 500) {
        return Problem.internal(e).response().status(given.getStatus()).build();
      }
      String reason = given.getStatusInfo().getReasonPhrase();
      // from the given response, so that its headers (Allow, for one) stay
      return Response.fromResponse(given)
          .entity(Problem.ofStatus(given.getStatus(), reason))
          .type(MediaType.APPLICATION_JSON_TYPE)
          .build();
    }
  }

  /** A request that cannot become a job. */
  public static final class Invalid implements ExceptionMapper<InvalidJobException> {
    @Override
    public Response toResponse(InvalidJobException e) {
      return Problem.invalid(e.issues()).response().build();
    }
  }

  /** An act on a job that has ended. */
  public static final class Finished implements ExceptionMapper<JobFinishedException> {
    @Override
    public Response toResponse(JobFinishedException e) {
      return Problem.of(409, "already_finished", String.valueOf(e.getMessage())).response().build();
    }
  }

  /** A verb that the job's state does not allow. */
  public static final class VerbRefused implements ExceptionMapper<VerbRefusedException> {
    @Override
    public Response toResponse(VerbRefusedException e) {
      String message = String.valueOf(e.getMessage());
      return Problem.ofJob(message, e.status().wireName()).response().build();
    }
  }

  /** No such job of this tenant. */
  public static final class NotFound implements ExceptionMapper<JobNotFoundException> {
    @Override
    public Response toResponse(JobNotFoundException e) {
      return Problem.notFound(String.valueOf(e.getMessage())).response().build();
    }
  }

  /** Something asked of a job that its status does not allow. */
  public static final class Illegal implements ExceptionMapper<IllegalTransitionException> {
    @Override
    public Response toResponse(IllegalTransitionException e) {
      return Problem.of(409, "invalid_state", String.valueOf(e.getMessage())).response().build();
    }
  }

  /** What is well-formed and not done. */
  public static final class Refused implements ExceptionMapper<RefusedException> {
    private static final int RETRY_SECONDS = 5;

    @Override
    public Response toResponse(RefusedException e) {
      String message = String.valueOf(e.getMessage());
      return switch (e.reason()) {
        case FORBIDDEN -> Problem.of(403, "forbidden", message).response().build();
        case NOT_FOUND -> Problem.notFound(message).response().build();
        case INVALID_STATE -> Problem.of(409, "invalid_state", message).response().build();
        case QUOTA_EXCEEDED -> Problem.of(402, "quota_exceeded", message).response().build();
        case AT_CAPACITY ->
            Problem.of(503, "at_capacity", message)
                .response()
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .build();
      };
    }
  }
}
