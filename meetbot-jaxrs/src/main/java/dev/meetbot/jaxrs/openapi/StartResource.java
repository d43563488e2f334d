package dev.meetbot.jaxrs.openapi;

import dev.meetbot.jaxrs.page.HtmlPage;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/**
 * What a person sees who opens the server's address: where to go from there. Only the WAR has it,
 * beside the room; the first page of another host is that host's own.
 */
@Path("/")
public class StartResource {
  private static final String MAIN = HtmlPage.resource(StartResource.class, "start.html");

  /** The page; its links are relative to wherever the application lives. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  public Response page(@Context Request request) {
    byte[] page = html().getBytes(StandardCharsets.UTF_8);
    Response answer = Documents.answer(page, MediaType.TEXT_HTML_TYPE, request);
    answer.getHeaders().putSingle("Content-Security-Policy", HtmlPage.POLICY);
    answer.getHeaders().putSingle("Referrer-Policy", "no-referrer");
    return answer;
  }

  static String html() {
    return HtmlPage.of("meetbot", MAIN);
  }
}
