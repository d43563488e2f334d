package dev.meetbot.jaxrs.resource;

import dev.meetbot.spi.artifact.ByteRange;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code Range} header of a request (RFC 9110, section 14.2), for one range of bytes. */
final class RangeHeader {
  private static final Pattern ONE_RANGE =
      Pattern.compile("\\s*bytes\\s*=\\s*(\\d{0,18})-(\\d{0,18})\\s*", Pattern.CASE_INSENSITIVE);

  private RangeHeader() {}

  /**
   * What to send.
   *
   * @param partial whether the answer is 206
   */
  record Part(ByteRange range, boolean partial) {}

  /**
   * The part that was asked for, cut to the size. Everything when there is no header or one that
   * makes no sense here (several ranges, another unit): a server may ignore those.
   *
   * @return null when nothing can be sent for it (416)
   */
  static @Nullable Part parse(@Nullable String header, long size) {
    Matcher matcher = ONE_RANGE.matcher(header == null ? "" : header);
    if (!matcher.matches()) {
      return new Part(ByteRange.ALL.within(size), false);
    }
    String first = matcher.group(1);
    String last = matcher.group(2);
    if (first.isEmpty()) {
      return last.isEmpty() ? new Part(ByteRange.ALL.within(size), false) : suffix(last, size);
    }
    return span(Long.parseLong(first), last.isEmpty() ? size - 1 : Long.parseLong(last), size);
  }

  private static @Nullable Part suffix(String length, long size) {
    long wanted = Math.min(Long.parseLong(length), size);
    return wanted == 0 ? null : new Part(new ByteRange(size - wanted, wanted), true);
  }

  private static @Nullable Part span(long first, long last, long size) {
    if (first >= size) {
      return null;
    }
    if (last < first) {
      return new Part(ByteRange.ALL.within(size), false);
    }
    return new Part(new ByteRange(first, Math.min(last, size - 1) - first + 1), true);
  }
}
