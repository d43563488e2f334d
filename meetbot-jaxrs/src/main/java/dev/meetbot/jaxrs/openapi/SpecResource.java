package dev.meetbot.jaxrs.openapi;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The OpenAPI document and what is made of it, open to everybody. */
@Path("/")
public class SpecResource {
  private static final MediaType YAML = new MediaType("application", "yaml");

  /** As it was written, with this server's address. */
  @GET
  @Path("openapi.yaml")
  @Produces("application/yaml")
  public Response yaml(@Context UriInfo uris, @Context Request request) {
    return answer("openapi.yaml", YAML, uris, request);
  }

  /** The same as JSON. */
  @GET
  @Path("openapi.json")
  @Produces(MediaType.APPLICATION_JSON)
  public Response json(@Context UriInfo uris, @Context Request request) {
    return answer("openapi.json", MediaType.APPLICATION_JSON_TYPE, uris, request);
  }

  /** The same as requests to try out, by tag. */
  @GET
  @Path("meetbot.postman_collection.json")
  @Produces(MediaType.APPLICATION_JSON)
  public Response postman(@Context UriInfo uris, @Context Request request) {
    String name = "meetbot.postman_collection.json";
    return answer(name, MediaType.APPLICATION_JSON_TYPE, uris, request);
  }

  private static Response answer(String name, MediaType type, UriInfo uris, Request request) {
    byte[] content = Documents.addressed(Resources.own(name), uris.getBaseUri());
    return Documents.answer(content, type, request);
  }
}
