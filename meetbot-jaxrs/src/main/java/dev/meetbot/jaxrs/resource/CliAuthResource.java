package dev.meetbot.jaxrs.resource;

import static dev.meetbot.jaxrs.security.CallerSecurity.callerOf;

import dev.meetbot.engine.DeviceLogin;
import dev.meetbot.engine.InvalidJobException;
import dev.meetbot.engine.Issue;
import dev.meetbot.jaxrs.Engines;
import dev.meetbot.jaxrs.dto.LoginDto;
import dev.meetbot.jaxrs.error.Problem;
import dev.meetbot.jaxrs.security.Authenticated;
import dev.meetbot.model.KeyScope;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Consumes;
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
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Device login (RFC 8628): a program asks for a key, a person approves. */
@Path("api/v1/cli-auth")
@Produces(MediaType.APPLICATION_JSON)
public final class CliAuthResource {
  private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9_-]{1,128}");

  private static final String DEFAULT_NAME = "meetbot CLI";

  private final DeviceLogin login;

  /** Made by JAX-RS for each request. */
  public CliAuthResource(@Context Application application, @Context ServletContext context) {
    this.login = Engines.of(application, context).deviceLogin();
  }

  /** Begins a login: the nonce is the program's, the code is for the person. */
  @POST
  @Path("init")
  @Consumes(MediaType.APPLICATION_JSON)
  public LoginDto.Begun begin(InputStream body, @Context HttpHeaders headers) throws IOException {
    List<Issue> issues = new ArrayList<>();
    JsonFields fields =
        new JsonFields(RequestBody.objectOrNothing(body, headers.getLength()), issues);
    String name = fields.text("clientName", DEFAULT_NAME);
    check(issues);
    return LoginDto.Begun.from(login.begin(name));
  }

  /** Where the login stands; the key, once. */
  @POST
  @Path("poll/{nonce}")
  public Response poll(@PathParam("nonce") String nonce) {
    if (!NONCE.matcher(nonce).matches()) {
      throw Problem.notFound("there is no such login").exception();
    }
    DeviceLogin.Answer answer = login.poll(nonce);
    return switch (answer.status()) {
      case PENDING -> Response.accepted(new LoginDto.Status("pending")).build();
      case COMPLETE ->
          Response.ok(new LoginDto.Complete("complete", answer.apiKey().orElseThrow())).build();
      case DENIED -> Problem.of(403, "denied", "the login was denied").response().build();
      case EXPIRED ->
          Problem.of(410, "expired", "the login is over: begin another one").response().build();
      case SLOW_DOWN ->
          Problem.of(429, "slow_down", "wait " + answer.interval().toSeconds() + " s between polls")
              .response()
              .header(HttpHeaders.RETRY_AFTER, answer.interval().toSeconds())
              .build();
    };
  }

  /** Approves, or denies, by somebody with a live key. */
  @POST
  @Path("complete")
  @Authenticated(KeyScope.LIVE)
  @Consumes(MediaType.APPLICATION_JSON)
  public LoginDto.Status complete(
      InputStream body, @Context HttpHeaders headers, @Context SecurityContext security)
      throws IOException {
    List<Issue> issues = new ArrayList<>();
    JsonFields fields = new JsonFields(RequestBody.object(body, headers.getLength()), issues);
    String code = fields.text("userCode");
    boolean approve = fields.flag("approve", true);
    if (code == null && issues.isEmpty()) {
      issues.add(new Issue(List.of("userCode"), "required", "userCode is required"));
    }
    check(issues);
    login.decide(callerOf(security), String.valueOf(code), approve);
    return new LoginDto.Status(approve ? "approved" : "denied");
  }

  private static void check(List<Issue> issues) {
    if (!issues.isEmpty()) {
      throw new InvalidJobException(issues);
    }
  }
}
