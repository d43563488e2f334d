package dev.meetbot.jaxrs.login;

import dev.meetbot.engine.Caller;
import dev.meetbot.engine.DeviceLogin;
import dev.meetbot.engine.MeetbotEngine;
import dev.meetbot.engine.RefusedException;
import dev.meetbot.jaxrs.Engines;
import dev.meetbot.jaxrs.page.HtmlPage;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a person with a live key compares the code of a device and approves or denies.
 * It needs no script. The key travels in the form's body only. The form is bound to a cookie that
 * other sites can neither read nor have sent.
 */
@Path("cli-auth")
@Produces("text/html; charset=utf-8")
public final class CliAuthPage {
  private static final String COOKIE = "meetbot_cli_auth";
  private static final Pattern COOKIE_FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final int MAX_CODE = 32;

  private final MeetbotEngine engine;
  private final DeviceLogin login;
  private final HttpHeaders headers;
  private final UriInfo uris;

  /** Made by JAX-RS for each request. */
  public CliAuthPage(
      @Context Application application,
      @Context ServletContext context,
      @Context HttpHeaders headers,
      @Context UriInfo uris) {
    this.engine = Engines.of(application, context);
    this.login = engine.deviceLogin();
    this.headers = headers;
    this.uris = uris;
  }

  /** The form, with the code in it when the address has one. */
  @GET
  public Response form(@QueryParam("user_code") @Nullable String userCode) {
    return form(200, userCode == null ? "" : userCode, null);
  }

  /** The decision. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response decide(InputStream body) throws IOException {
    LoginForm form = LoginForm.read(body);
    String site = headers.getHeaderString("Sec-Fetch-Site");
    boolean own = site == null || site.equals("same-origin") || site.equals("none");
    String cookie = cookie().orElse("");
    if (!own || cookie.isEmpty() || !login.fits(cookie, form.csrf())) {
      return form(403, form.userCode(), "This form was not made for you, or is old. Try again.");
    }
    if (!form.approves() && !form.denies()) {
      return form(400, form.userCode(), "Choose to approve or to deny.");
    }
    Optional<Caller> caller = engine.authenticate(form.key());
    if (caller.isEmpty()) {
      return form(401, form.userCode(), "This API key is not valid.");
    }
    try {
      login.decide(caller.get(), form.userCode(), form.approves());
      return page(200, LoginPage.done(form.approves())).build();
    } catch (RefusedException e) {
      return switch (e.reason()) {
        case FORBIDDEN -> form(403, form.userCode(), "Only a live key may approve a login.");
        case INVALID_STATE -> form(409, form.userCode(), "This login is decided already.");
        default -> form(404, form.userCode(), LoginPage.NOBODY);
      };
    }
  }

  private Response form(int status, String typed, @Nullable String problem) {
    String code = typed.substring(0, Math.min(typed.length(), MAX_CODE));
    String cookie = cookie().orElseGet(login::newFormCookie);
    Optional<DeviceLogin.Waiting> waiting = login.find(code);
    String shown = waiting.map(DeviceLogin.Waiting::userCode).orElse(code);
    return page(status, LoginPage.form(shown, waiting, login.formToken(cookie), problem))
        .cookie(
            new NewCookie.Builder(COOKIE)
                .value(cookie)
                .path(uris.getBaseUri().resolve("cli-auth").getPath())
                .httpOnly(true)
                .secure(login.overTls())
                .sameSite(NewCookie.SameSite.STRICT)
                .build())
        .build();
  }

  private static Response.ResponseBuilder page(int status, String html) {
    return Response.status(status)
        .entity(html)
        .header("Content-Security-Policy", HtmlPage.POLICY)
        .header("X-Frame-Options", "DENY")
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-store");
  }

  private Optional<String> cookie() {
    Cookie cookie = headers.getCookies().get(COOKIE);
    return Optional.ofNullable(cookie)
        .map(Cookie::getValue)
        .filter(value -> COOKIE_FORM.matcher(value).matches());
  }
}
