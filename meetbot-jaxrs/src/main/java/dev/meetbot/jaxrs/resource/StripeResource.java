package dev.meetbot.jaxrs.resource;

import dev.meetbot.engine.Credit;
import dev.meetbot.jaxrs.Engines;
import dev.meetbot.jaxrs.error.Problem;
import dev.meetbot.spi.payment.RefusedNoticeException;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Where Stripe tells of payments; its signature stands for a key. */
@Path("webhooks/stripe")
@Produces(MediaType.APPLICATION_JSON)
public final class StripeResource {
  private final Credit credit;

  /** Made by JAX-RS for each request. */
  public StripeResource(@Context Application application, @Context ServletContext context) {
    this.credit = Engines.of(application, context).credit();
  }

  /** An event was taken note of. */
  public record Received(boolean received) {}

  /** 200 for every event that Stripe signed, 400 for any other, 404 where no secret is set. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Received event(
      InputStream body,
      @HeaderParam("Stripe-Signature") @Nullable String signature,
      @Context HttpHeaders headers)
      throws IOException {
    if (signature == null || signature.isEmpty()) {
      throw Problem.of(400, "invalid_input", "the header Stripe-Signature is missing").exception();
    }
    if (!credit.takesPayments()) {
      throw Problem.notFound("payments are not set up on this server").exception();
    }
    byte[] bytes = RequestBody.bytes(body, headers.getLength());
    try {
      credit.paymentNotice(bytes, signature);
    } catch (RefusedNoticeException e) {
      throw Problem.of(400, "invalid_input", String.valueOf(e.getMessage())).exception();
    }
    return new Received(true);
  }
}
