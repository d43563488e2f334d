package dev.meetbot.war.room;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The room's page and what it loads. All links are relative: the application may live under any
 * path.
 */
@Path("room")
public final class RoomPages {
  private static final Pattern ASSET = Pattern.compile("[a-z][a-z-]*\\.(js|css|svg)");
  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript;charset=UTF-8",
          "css", "text/css;charset=UTF-8",
          "svg", "image/svg+xml");

  /** The page where a room is chosen. */
  @GET
  public Response start(@Context UriInfo uri) {
    return uri.getRequestUri().getPath().endsWith("/")
        ? Response.seeOther(uri.getBaseUri().resolve("room")).build()
        : page("start.html");
  }

  /** The room itself. */
  @GET
  @Path("{name}")
  public Response room(@PathParam("name") String name, @Context UriInfo uri) {
    Texts.roomName(name);
    if (uri.getRequestUri().getPath().endsWith("/")) {
      URI page = uri.getBaseUriBuilder().path("room").path(name).build();
      return Response.seeOther(page).build();
    }
    return page("room.html");
  }

  private static Response page(String file) {
    return Response.ok(read(file), "text/html;charset=UTF-8").build();
  }

  /** Scripts and styles; asked for again on each load, answered by 304 when unchanged. */
  @GET
  @Path("_assets/{file}")
  public Response asset(@PathParam("file") String file, @Context Request request) {
    if (!ASSET.matcher(file).matches()) {
      throw RoomException.notFound("There is no such file.");
    }
    byte[] content = read(file);
    EntityTag tag = new EntityTag(Integer.toHexString(Arrays.hashCode(content)));
    CacheControl revalidate = new CacheControl();
    revalidate.setNoCache(true);
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    Response.ResponseBuilder answer =
        unchanged != null
            ? unchanged
            : Response.ok(content, TYPES.get(file.substring(file.lastIndexOf('.') + 1)));
    return answer.tag(tag).cacheControl(revalidate).build();
  }

  private static byte[] read(String file) {
    try (InputStream in = RoomPages.class.getResourceAsStream("/room/" + file)) {
      if (in == null) {
        throw RoomException.notFound("There is no such file.");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
