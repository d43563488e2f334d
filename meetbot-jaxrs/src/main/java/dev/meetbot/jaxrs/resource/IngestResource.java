package dev.meetbot.jaxrs.resource;

import dev.meetbot.engine.Ingest;
import dev.meetbot.jaxrs.Engines;
import dev.meetbot.jaxrs.dto.IngestDto;
import dev.meetbot.jaxrs.dto.WorkerJobDto;
import dev.meetbot.jaxrs.error.Problem;
import dev.meetbot.jaxrs.security.Authenticated;
import dev.meetbot.model.KeyScope;
import dev.meetbot.model.WorkerId;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Bots that run in processes of their own: jobs go out, reports and files come in. */
@Path("api/v1/ingest")
@Authenticated(KeyScope.WORKER)
@Produces(MediaType.APPLICATION_JSON)
public final class IngestResource {
  private static final String WORKER = "Meetbot-Worker";

  private final Ingest ingest;

  /** Made by JAX-RS for each request. */
  public IngestResource(@Context Application application, @Context ServletContext context) {
    this.ingest = Engines.of(application, context).ingest();
  }

  /** 202 with how the job stands, also when the report came late. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response report(InputStream body, @Context HttpHeaders headers) throws IOException {
    var report = IngestReader.report(RequestBody.object(body, headers.getLength()));
    return Response.accepted(IngestDto.from(ingest.report(report))).build();
  }

  /** Leases as many jobs as there are, at most {@code capacity} (1 to 50). */
  @POST
  @Path("claim")
  @Consumes(MediaType.APPLICATION_JSON)
  public WorkerJobDto.ListDto claim(InputStream body, @Context HttpHeaders headers)
      throws IOException {
    IngestReader.Claim asked = IngestReader.claim(RequestBody.object(body, headers.getLength()));
    var jobs = ingest.claim(asked.worker(), asked.capacity(), asked.leftBehind());
    return new WorkerJobDto.ListDto(
        jobs.stream().map(job -> WorkerJobDto.from(job, ingest.passcode(job))).toList());
  }

  /** Stores a file of a job that the worker holds: 204. */
  @PUT
  @Path("{id}/artifacts/{name: .+}")
  @Consumes(MediaType.WILDCARD)
  public void store(
      @PathParam("id") String id,
      @PathParam("name") String name,
      @HeaderParam(WORKER) @Nullable String worker,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String mediaType,
      InputStream body)
      throws IOException {
    String type = mediaType == null ? MediaType.APPLICATION_OCTET_STREAM : mediaType;
    try {
      ingest.store(JobIds.require(id), worker(worker), name, type, body);
    } catch (IllegalArgumentException e) {
      throw Problem.of(400, "invalid_input", String.valueOf(e.getMessage())).exception();
    }
  }

  private static WorkerId worker(@Nullable String header) {
    if (header == null || !IngestReader.WORKER.matcher(header).matches()) {
      String message = "the header " + WORKER + " must name the worker";
      throw Problem.of(400, "invalid_input", message).exception();
    }
    return new WorkerId(header);
  }
}
