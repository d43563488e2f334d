package dev.meetbot.jaxrs.resource;

import static dev.meetbot.jaxrs.security.CallerSecurity.tenantOf;

import dev.meetbot.engine.Deliveries;
import dev.meetbot.engine.InvalidJobException;
import dev.meetbot.engine.Issue;
import dev.meetbot.jaxrs.Engines;
import dev.meetbot.jaxrs.dto.TestDeliveryDto;
import dev.meetbot.jaxrs.security.Authenticated;
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
import java.util.ArrayList;
import java.util.List;

/** Trying a URL. */
@Path("api/v1/webhooks")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public final class WebhookTestResource {
  private static final int NEWEST = 2;

  private final Deliveries deliveries;

  /** Made by JAX-RS for each request. */
  public WebhookTestResource(@Context Application application, @Context ServletContext context) {
    this.deliveries = Engines.of(application, context).deliveries();
  }

  /** 200 with what came of one {@code webhook.test} event, sent at once. */
  @POST
  @Path("test")
  @Consumes(MediaType.APPLICATION_JSON)
  public TestDeliveryDto test(
      InputStream body, @Context HttpHeaders headers, @Context SecurityContext security)
      throws IOException {
    List<Issue> issues = new ArrayList<>();
    JsonFields fields = new JsonFields(RequestBody.object(body, headers.getLength()), issues);
    String url = fields.text("url");
    int version = fields.integer("version", NEWEST, 1, NEWEST);
    if (!issues.isEmpty()) {
      throw new InvalidJobException(issues);
    }
    return TestDeliveryDto.from(deliveries.test(tenantOf(security), url, version));
  }
}
