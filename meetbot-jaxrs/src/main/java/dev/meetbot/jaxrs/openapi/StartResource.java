package dev.meetbot.jaxrs.openapi;

import dev.meetbot.jaxrs.page.HtmlPage;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What a person sees who opens the server's address: where to go from there. */
@Path("/")
public class StartResource {
  private static final String MAIN = HtmlPage.resource(StartResource.class, "start.html");
  private static final String ROOM = HtmlPage.resource(StartResource.class, "start-room.html");

  /** The page; its links are relative to wherever the application lives. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  public Response page(@Context Application application, @Context Request request) {
    byte[] page = html(hasRoom(application.getClasses())).getBytes(StandardCharsets.UTF_8);
    Response answer = Documents.answer(page, MediaType.TEXT_HTML_TYPE, request);
    answer.getHeaders().putSingle("Content-Security-Policy", HtmlPage.POLICY);
    answer.getHeaders().putSingle("Referrer-Policy", "no-referrer");
    return answer;
  }

  static String html(boolean room) {
    return HtmlPage.of("meetbot", MAIN.replace("{{room}}", room ? ROOM : ""));
  }

  /** The room belongs to the WAR; a host that registers the API alone has none. */
  static boolean hasRoom(Set<Class<?>> classes) {
    return classes.stream()
        .map(type -> type.getAnnotation(Path.class))
        .anyMatch(path -> path != null && path.value().equals("room"));
  }
}
