package dev.meetbot.war;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;

/**
 * The last resort, for what went wrong outside of JAX-RS: the error's usual shape instead of a
 * server's own page, and no word of the server's inside.
 */
public final class ErrorAnswer extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(ErrorAnswer.class.getName());

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean asked = request.getDispatcherType() != DispatcherType.ERROR;
    int status = asked ? 404 : response.getStatus();
    String id = "req_" + UUID.randomUUID().toString().replace("-", "");
    if (status >= 500) {
      Object cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
      LOG.log(Level.ERROR, "request " + id + " failed", cause instanceof Throwable t ? t : null);
    }
    response.setStatus(status);
    response.setContentType("application/json");
    response.setHeader("X-Request-Id", id);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.getWriter().print(body(status, id));
  }

  private static String body(int status, String id) {
    String code = status == 404 ? "not_found" : status < 500 ? "invalid_request" : "internal_error";
    String message =
        status == 404
            ? "there is nothing here"
            : status < 500 ? "the request makes no sense" : "something went wrong on the server";
    return "{\"error\":\"%s\",\"message\":\"%s\",\"requestId\":\"%s\"}"
        .formatted(code, message, id);
  }
}
