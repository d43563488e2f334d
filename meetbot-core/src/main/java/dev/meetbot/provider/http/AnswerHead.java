package dev.meetbot.provider.http;

import dev.meetbot.spi.webhook.DeliveryResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/**
 * Status and the start of an answer's body. What came so far can be asked for at any time, since a
 * body may never end.
 */
final class AnswerHead {
  private static final int LIMIT = 4096;

  private final ByteArrayOutputStream head = new ByteArrayOutputStream();
  private @Nullable Integer status;
  private @Nullable String retryAfter;

  /** Takes the answer up to the limit; half a body is no reason to forget the status. */
  void read(ClassicHttpResponse response) {
    Header header = response.getFirstHeader("Retry-After");
    synchronized (this) {
      status = response.getCode();
      retryAfter = header == null ? null : header.getValue();
    }
    if (response.getEntity() == null) {
      return;
    }
    try {
      InputStream body = response.getEntity().getContent();
      byte[] piece = new byte[LIMIT];
      int room = LIMIT;
      for (int n; room > 0 && (n = body.read(piece, 0, room)) > 0; room -= n) {
        add(piece, n);
      }
    } catch (IOException e) {
      // cut off by the receiver or by our deadline: what came stands
    }
  }

  private synchronized void add(byte[] piece, int length) {
    head.write(piece, 0, length);
  }

  /** What is known of the answer, or that there was none for that reason. */
  synchronized DeliveryResult orElse(String error) {
    if (status == null) {
      return DeliveryResult.unreachable(error);
    }
    // some databases cannot store a NUL
    String text = head.toString(StandardCharsets.UTF_8).replace('\0', '\ufffd');
    return DeliveryResult.answered(status, retryAfter, text);
  }
}
