package dev.meetbot.jaxrs.resource;

import static dev.meetbot.jaxrs.security.CallerSecurity.tenantOf;

import dev.meetbot.jaxrs.Engines;
import dev.meetbot.jaxrs.dto.WebhookSecretDto;
import dev.meetbot.jaxrs.security.Authenticated;
import dev.meetbot.model.KeyScope;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;

/** What signs the tenant's webhooks. */
@Path("api/v1/webhooks")
@Authenticated(KeyScope.LIVE)
@Produces(MediaType.APPLICATION_JSON)
public class WebhookSecretResource {
  /** A new secret, shown only now; the one before signs too for 24 hours. */
  @POST
  @Path("rotate-secret")
  @Consumes(MediaType.APPLICATION_JSON)
  public WebhookSecretDto rotate(
      InputStream body,
      @Context HttpHeaders headers,
      @Context Application application,
      @Context ServletContext context,
      @Context SecurityContext security)
      throws IOException {
    RequestBody.objectOrNothing(body, headers.getLength());
    return WebhookSecretDto.from(
        Engines.of(application, context).accounts().rotateWebhookSecret(tenantOf(security)));
  }
}
