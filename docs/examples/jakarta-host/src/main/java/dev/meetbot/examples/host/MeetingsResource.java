package dev.meetbot.examples.host;

import dev.meetbot.engine.JobRequest;
import dev.meetbot.engine.MeetbotEngine;
import dev.meetbot.model.Job;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The application's own way to order a recording; whoever is signed in to it needs no API key. */
@Path("meetings")
@RequestScoped
public class MeetingsResource {
  @Inject private MeetbotEngine engine;
  @Inject private FirstTenant tenant;

  /** Has the meeting of that address recorded in an hour; answers the job's id. */
  @POST
  @Consumes(MediaType.TEXT_PLAIN)
  @Produces(MediaType.TEXT_PLAIN)
  public String record(String address) {
    Job job =
        engine
            .create(
                tenant.id(),
                JobRequest.of(
                    request -> {
                      request.externalId = UUID.randomUUID().toString();
                      request.meetingUrl = address;
                      request.joinAt = Instant.now().plus(Duration.ofHours(1));
                    }))
            .job();
    return job.id().toString();
  }
}
