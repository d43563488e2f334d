package dev.meetbot.war.launcher;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/**
 * What Tomcat itself refuses before the application sees it (a path that is no path, for one), in
 * the shape of the API's errors instead of a page that names the server.
 */
public final class EmbeddedTomcatErrors extends ErrorReportValve {
  private static final Map<Integer, String> CODES =
      Map.of(
          400, "invalid_input",
          404, "not_found",
          405, "method_not_allowed",
          413, "payload_too_large");

  @Override
  protected void report(Request request, Response response, Throwable failure) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    String id = "req_" + UUID.randomUUID().toString().replace("-", "");
    String code = CODES.getOrDefault(status, status < 500 ? "invalid_request" : "internal_error");
    response.setHeader("X-Request-Id", id);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    try {
      Writer writer = response.getReporter();
      if (writer != null) {
        writer.write(
            "{\"error\":\"%s\",\"message\":\"%s\",\"requestId\":\"%s\"}"
                .formatted(code, "the request cannot be read", id));
        response.finishResponse();
      }
    } catch (IOException | IllegalStateException e) {
      // the client is gone, or the answer is on its way
    }
  }
}
