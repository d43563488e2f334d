package dev.meetbot.jaxrs.openapi;

import dev.meetbot.jaxrs.error.Problem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;

/**
 * The reference page: Swagger UI out of its jar, with a page of our own around it. Nothing is
 * fetched from anywhere else, and the page may not either.
 */
@Path("reference")
public class ReferenceResource {
  /** Scripts, styles and pictures from here only; the viewer draws its icons as data URLs. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private static final MediaType SCRIPT = new MediaType("text", "javascript");
  private static final MediaType STYLE = new MediaType("text", "css");

  private static final Map<String, MediaType> OWN =
      Map.of("reference.js", SCRIPT, "reference.css", STYLE);
  private static final Map<String, MediaType> VIEWER =
      Map.of("swagger-ui-bundle.js", SCRIPT, "swagger-ui.css", STYLE);

  /** The page. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  public Response page(@Context UriInfo uris, @Context Request request) {
    if (uris.getRequestUri().getPath().endsWith("/")) {
      // its links are relative
      return Response.seeOther(uris.getBaseUri().resolve("reference")).build();
    }
    return policed(
        Documents.answer(Resources.own("reference.html"), MediaType.TEXT_HTML_TYPE, request));
  }

  /** What the page loads. */
  @GET
  @Path("{file}")
  @Produces({"text/javascript", "text/css"})
  public Response file(@PathParam("file") String file, @Context Request request) {
    if (OWN.containsKey(file)) {
      return policed(Documents.answer(Resources.own(file), OWN.get(file), request));
    }
    if (VIEWER.containsKey(file)) {
      byte[] content = Resources.viewer(file).orElseThrow(ReferenceResource::notFound);
      return policed(Documents.answer(content, VIEWER.get(file), request));
    }
    throw notFound();
  }

  private static Response policed(Response answer) {
    answer.getHeaders().putSingle("Content-Security-Policy", POLICY);
    answer.getHeaders().putSingle("Referrer-Policy", "no-referrer");
    return answer;
  }

  private static RuntimeException notFound() {
    return Problem.notFound("there is no such file").exception();
  }
}
