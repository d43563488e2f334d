package dev.meetbot.jaxrs;

import dev.meetbot.jaxrs.dto.JsonbFormat;
import dev.meetbot.jaxrs.error.ErrorMappers;
import dev.meetbot.jaxrs.error.ProblemFilter;
import dev.meetbot.jaxrs.error.RequestIdFilter;
import dev.meetbot.jaxrs.idempotency.AnswerFilter;
import dev.meetbot.jaxrs.idempotency.AnswerInterceptor;
import dev.meetbot.jaxrs.idempotency.IdempotencyFilter;
import dev.meetbot.jaxrs.login.CliAuthPage;
import dev.meetbot.jaxrs.openapi.ReferenceResource;
import dev.meetbot.jaxrs.openapi.SpecResource;
import dev.meetbot.jaxrs.openapi.StartResource;
import dev.meetbot.jaxrs.resource.AdminResource;
import dev.meetbot.jaxrs.resource.ArtifactsResource;
import dev.meetbot.jaxrs.resource.CliAuthResource;
import dev.meetbot.jaxrs.resource.CompositionsResource;
import dev.meetbot.jaxrs.resource.ConsumersResource;
import dev.meetbot.jaxrs.resource.CreditResource;
import dev.meetbot.jaxrs.resource.DeliveriesResource;
import dev.meetbot.jaxrs.resource.HealthResource;
import dev.meetbot.jaxrs.resource.IdentitiesResource;
import dev.meetbot.jaxrs.resource.IngestResource;
import dev.meetbot.jaxrs.resource.IntakeResource;
import dev.meetbot.jaxrs.resource.JobDeliveriesResource;
import dev.meetbot.jaxrs.resource.JobsResource;
import dev.meetbot.jaxrs.resource.KeysResource;
import dev.meetbot.jaxrs.resource.RequestCounter;
import dev.meetbot.jaxrs.resource.StripeResource;
import dev.meetbot.jaxrs.resource.TenantsResource;
import dev.meetbot.jaxrs.resource.VerbsResource;
import dev.meetbot.jaxrs.resource.WebhookSecretResource;
import dev.meetbot.jaxrs.resource.WebhookTestResource;
import dev.meetbot.jaxrs.security.AccessLog;
import dev.meetbot.jaxrs.security.BearerFilter;
import dev.meetbot.jaxrs.security.CallerFilter;
import dev.meetbot.jaxrs.security.HeadersFilter;
import dev.meetbot.jaxrs.security.RateLimitHeaders;
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
        IdentitiesResource.class,
        HealthResource.class,
        JobDeliveriesResource.class,
        CompositionsResource.class,
        DeliveriesResource.class,
        WebhookTestResource.class,
        SpecResource.class,
        ReferenceResource.class,
        StartResource.class,
        KeysResource.class,
        TenantsResource.class,
        ConsumersResource.class,
        WebhookSecretResource.class,
        CliAuthResource.class,
        CliAuthPage.class,
        AccessLog.class,
        CallerFilter.class,
        RateLimitHeaders.class,
        IdempotencyFilter.class,
        AnswerFilter.class,
        AnswerInterceptor.class,
        CreditResource.class,
        StripeResource.class,
        AdminResource.Host.class,
        AdminResource.Scrape.class,
        RequestCounter.class,
        BearerFilter.class,
        HeadersFilter.class,
        RequestIdFilter.class,
        ProblemFilter.class,
        JsonbFormat.class,
        ErrorMappers.Anything.class,
        ErrorMappers.Http.class,
        ErrorMappers.Invalid.class,
        ErrorMappers.Finished.class,
        ErrorMappers.Illegal.class,
        ErrorMappers.VerbRefused.class,
        ErrorMappers.Refused.class,
        ErrorMappers.NotFound.class);
  }
}
