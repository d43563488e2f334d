package dev.meetbot.jaxrs.resource;

import static dev.meetbot.jaxrs.security.CallerSecurity.callerOf;
import static dev.meetbot.jaxrs.security.CallerSecurity.tenantOf;

import dev.meetbot.engine.Creation;
import dev.meetbot.engine.JobRequest;
import dev.meetbot.engine.MeetbotEngine;
import dev.meetbot.jaxrs.Engines;
import dev.meetbot.jaxrs.dto.JobDto;
import dev.meetbot.jaxrs.dto.JobListDto;
import dev.meetbot.jaxrs.security.Authenticated;
import dev.meetbot.model.Job;
import dev.meetbot.spi.storage.JobPage;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;

/** Jobs: send a bot, look after it, call it back. */
@Path("api/v1/jobs")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public final class JobsResource {
  private final MeetbotEngine engine;

  /** Made by JAX-RS for each request. */
  public JobsResource(@Context Application application, @Context ServletContext context) {
    this.engine = Engines.of(application, context);
  }

  /** 201 with a new job, or 200 with the one that has the external id already. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(
      InputStream body,
      @Context HttpHeaders headers,
      @Context SecurityContext security,
      @Context UriInfo uris)
      throws IOException {
    JobRequest request = JobRequestReader.read(RequestBody.object(body, headers.getLength()));
    Creation creation = engine.create(callerOf(security), request);
    JobDto job = JobDto.from(creation.job());
    if (creation.deduplicated()) {
      return Response.ok(job).header("Meetbot-Deduplicated", "true").build();
    }
    URI place = uris.getBaseUriBuilder().path(JobsResource.class).path(job.id()).build();
    return Response.created(place).entity(job).build();
  }

  /** A page of jobs, newest first. */
  @GET
  public JobListDto list(@Context SecurityContext security, @Context UriInfo uris) {
    JobPage page = engine.list(JobFilter.read(tenantOf(security), uris.getQueryParameters()));
    List<Job> jobs = page.jobs();
    String next =
        page.more() && !jobs.isEmpty() ? Cursors.after(jobs.get(jobs.size() - 1).id()) : null;
    return new JobListDto(jobs.stream().map(JobDto::from).toList(), next);
  }

  /** One job; 404 when the tenant has none of that id. */
  @GET
  @Path("{id}")
  public JobDto find(@PathParam("id") String id, @Context SecurityContext security) {
    return engine
        .find(tenantOf(security), JobIds.require(id))
        .map(JobDto::from)
        .orElseThrow(JobIds::notFound);
  }

  /** Calls the bot back: 204; 409 when the job has ended already. */
  @DELETE
  @Path("{id}")
  public void cancel(@PathParam("id") String id, @Context SecurityContext security) {
    engine.cancel(tenantOf(security), JobIds.require(id));
  }
}
