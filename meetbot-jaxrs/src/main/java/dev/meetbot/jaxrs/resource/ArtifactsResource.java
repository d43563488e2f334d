package dev.meetbot.jaxrs.resource;

import static dev.meetbot.jaxrs.security.CallerSecurity.tenantOf;

import dev.meetbot.engine.MeetbotEngine;
import dev.meetbot.jaxrs.Engines;
import dev.meetbot.jaxrs.error.Problem;
import dev.meetbot.jaxrs.security.Authenticated;
import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ArtifactInfo;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ByteRange;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

// The same path as JobsResource: matching takes the longest path of a class and looks at no other
// (Jakarta REST 3.1, 3.7.2), so that a longer one here would hide GET and DELETE of a job there.
/** A job's manifest and files, whole or in part. */
@Path("api/v1/jobs")
@Authenticated
public final class ArtifactsResource {
  private static final String MANIFEST = "manifest.json";

  private final MeetbotEngine engine;
  private final SecurityContext security;
  private final HttpHeaders headers;
  private final Request request;

  /** Made by JAX-RS for each request. */
  public ArtifactsResource(
      @Context Application application,
      @Context ServletContext context,
      @Context SecurityContext security,
      @Context HttpHeaders headers,
      @Context Request request) {
    this.engine = Engines.of(application, context);
    this.security = security;
    this.headers = headers;
    this.request = request;
  }

  /** The manifest; 404 until it is written. */
  @GET
  @Path("{id}/manifest")
  public Response manifest(@PathParam("id") String id) throws IOException {
    return answer(id, MANIFEST, true);
  }

  /** The manifest's headers. */
  @HEAD
  @Path("{id}/manifest")
  public Response manifestHead(@PathParam("id") String id) throws IOException {
    return answer(id, MANIFEST, false);
  }

  /** A file, or the part of it that the {@code Range} header asks for. */
  @GET
  @Path("{id}/artifacts/{name: .+}")
  public Response artifact(@PathParam("id") String id, @PathParam("name") String name)
      throws IOException {
    return answer(id, name, true);
  }

  /** A file's headers. */
  @HEAD
  @Path("{id}/artifacts/{name: .+}")
  public Response artifactHead(@PathParam("id") String id, @PathParam("name") String name)
      throws IOException {
    return answer(id, name, false);
  }

  /** Deletes all files of a job that has ended, the manifest too: 204. */
  @DELETE
  @Path("{id}/artifacts")
  public void deleteArtifacts(@PathParam("id") String id) throws IOException {
    engine.deleteArtifacts(tenantOf(security), JobIds.require(id));
  }

  private Response answer(String id, String name, boolean withBody) throws IOException {
    ArtifactInfo info = info(id, name);
    EntityTag tag = ArtifactAnswer.tag(info);
    Response.ResponseBuilder unchanged = tag == null ? null : Preconditions.unchanged(request, tag);
    if (unchanged != null) {
      return unchanged.build();
    }
    RangeHeader.Part part = RangeHeader.parse(range(tag), info.bytes());
    if (part == null) {
      return Problem.of(416, "range_not_satisfiable", "the file has " + info.bytes() + " bytes")
          .response()
          .header("Content-Range", "bytes */" + info.bytes())
          .build();
    }
    if (!withBody) {
      return ArtifactAnswer.head(info, part.range(), part.partial()).build();
    }
    return ArtifactAnswer.whole(open(id, name, part.range()), part.partial());
  }

  /** The header, unless it holds only for another version of the file (RFC 9110, 13.1.5). */
  private @Nullable String range(@Nullable EntityTag tag) {
    String onlyIf = headers.getHeaderString("If-Range");
    boolean holds = onlyIf == null || (tag != null && onlyIf.equals("\"" + tag.getValue() + "\""));
    return holds ? headers.getHeaderString("Range") : null;
  }

  private ArtifactInfo info(String id, String name) throws IOException {
    try (ArtifactContent content = open(id, name, new ByteRange(0, 0))) {
      return content.info();
    }
  }

  private ArtifactContent open(String id, String name, ByteRange range) throws IOException {
    try {
      new ArtifactKey(name);
    } catch (IllegalArgumentException e) {
      throw notFound(name);
    }
    return engine
        .artifact(tenantOf(security), JobIds.require(id), name, range)
        .orElseThrow(() -> notFound(name));
  }

  private static RuntimeException notFound(String name) {
    String message =
        name.equals(MANIFEST)
            ? "there is no manifest: it is not written yet, or was deleted"
            : "the job has no such file";
    return Problem.notFound(message).exception();
  }
}
