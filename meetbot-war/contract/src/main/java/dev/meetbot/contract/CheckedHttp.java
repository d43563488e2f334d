package dev.meetbot.contract;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a test and its HTTP client: every answer of the server goes through {@link
 * #checked}.
 */
public final class CheckedHttp {
  private final URI base;
  private final AnswerCheck check;

  /**
   * @param base of the application, with a trailing slash; answers from elsewhere are let through
   */
  public CheckedHttp(URI base, AnswerCheck check) {
    this.base = base;
    this.check = check;
  }

  /**
   * One that reads the document from the server itself.
   *
   * @param base with a trailing slash
   * @throws IOException when the server has none
   */
  public static CheckedHttp live(HttpClient client, URI base)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(base.resolve("openapi.json")).build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(request.uri() + " answered " + answer.statusCode());
    }
    return new CheckedHttp(base, new AnswerCheck(OpenApi.ofJson(answer.body())));
  }

  /**
   * The same answer.
   *
   * @throws AssertionError when it is not as the document says
   */
  public <T> HttpResponse<T> checked(HttpResponse<T> response) {
    URI uri = response.request().uri();
    String root = base.getRawPath();
    if (!base.getAuthority().equals(uri.getAuthority()) || !uri.getRawPath().startsWith(root)) {
      return response;
    }
    Answer answer =
        new Answer(
            response.request().method(),
            "/" + uri.getRawPath().substring(root.length()),
            response.statusCode(),
            response.headers().map(),
            bytes(response.body()));
    List<String> faults = check.faults(answer);
    if (!faults.isEmpty()) {
      throw new AssertionError(
          answer.method()
              + " "
              + answer.path()
              + " answered "
              + answer.status()
              + ", which is not as the document says: "
              + faults
              + "\n"
              + answer.text());
    }
    return response;
  }

  private static byte @Nullable [] bytes(@Nullable Object body) {
    if (body instanceof byte[] bytes) {
      return bytes;
    }
    return body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : null;
  }
}
