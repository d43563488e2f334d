package dev.meetbot.jaxrs;

import dev.meetbot.jaxrs.dto.JsonbFormat;
import dev.meetbot.jaxrs.error.ErrorMappers;
import dev.meetbot.jaxrs.error.ProblemFilter;
import dev.meetbot.jaxrs.error.RequestIdFilter;
import dev.meetbot.jaxrs.resource.ArtifactsResource;
import dev.meetbot.jaxrs.resource.HealthResource;
import dev.meetbot.jaxrs.resource.IngestResource;
import dev.meetbot.jaxrs.resource.IntakeResource;
import dev.meetbot.jaxrs.resource.JobsResource;
import dev.meetbot.jaxrs.resource.VerbsResource;
import dev.meetbot.jaxrs.security.BearerFilter;
import dev.meetbot.jaxrs.security.HeadersFilter;
import java.util.Set;

/**
 * Everything a host {@code Application} has to register to offer the HTTP API.
 *
 * <p>The engine is looked up under the name in {@link Engines#NAME}. The error mappers and the
 * filters for {@code X-Request-Id} and {@code X-Content-Type-Options} hold for the whole
 * application, so that unknown paths answer in the same shape as everything else.
 */
public final class MeetbotResources {
  private MeetbotResources() {}

  /** Resources and providers; all of them plain JAX-RS, none needs CDI. */
  public static Set<Class<?>> classes() {
    return Set.of(
        JobsResource.class,
        VerbsResource.class,
        ArtifactsResource.class,
        IntakeResource.class,
        IngestResource.class,
        HealthResource.class,
        BearerFilter.class,
        HeadersFilter.class,
        RequestIdFilter.class,
        ProblemFilter.class,
        JsonbFormat.class,
        ErrorMappers.Anything.class,
        ErrorMappers.Http.class,
        ErrorMappers.Invalid.class,
        ErrorMappers.Finished.class,
        ErrorMappers.Refused.class,
        ErrorMappers.NotFound.class);
  }
}
