package dev.meetbot.jaxrs.error;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id by which a request is found again in the logs. */
final class RequestId {
  static final String HEADER = "X-Request-Id";

  /** Name of the request's property that holds it. */
  static final String PROPERTY = "dev.meetbot.requestId";

  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

  private RequestId() {}

  /** The client's own id when it is harmless in a header and in a log, else a new one. */
  static String takeOver(@Nullable String sent) {
    return sent != null && SANE.matcher(sent).matches() ? sent : fresh();
  }

  static String fresh() {
    return "req_" + UUID.randomUUID().toString().replace("-", "");
  }
}
