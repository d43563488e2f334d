package dev.meetbot.contract;

import java.net.URI;
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
