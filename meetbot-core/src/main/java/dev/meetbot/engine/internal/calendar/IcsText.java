package dev.meetbot.engine.internal.calendar;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a calendar as it should have been sent: in the right characters, without the mail's
 * own encoding, and without what could keep a reader busy for ever. Pure.
 */
final class IcsText {
  private static final Charset FALLBACK = Charset.forName("windows-1252");

  /** Of quoted-printable that nobody decoded: a parameter's or a line's {@code =3D}. */
  private static final Pattern ENCODED = Pattern.compile("(?im)^[\\w-]+;[\\w-]+=3D");

  private static final int MAX_ZONE_RULES = 400;

  private IcsText() {}

  /**
   * The text.
   *
   * @param declared the character set that the sender named; null when it named none
   */
  static String of(byte[] bytes, @Nullable Charset declared) {
    String text = decoded(bytes, declared);
    if (ENCODED.matcher(text).find()) {
      text = decoded(quotedPrintable(text), declared);
    }
    String bare = text.startsWith("\ufeff") ? text.substring(1) : text;
    return withBoundedZones(bare.replace("\u0000", ""));
  }

  /** UTF-8 when it is UTF-8, whatever was declared: senders declare wrongly, but not by chance. */
  private static String decoded(byte[] bytes, @Nullable Charset declared) {
    if (bytes.length >= 2 && declared == null) {
      int mark = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
      if (mark == 0xfeff || mark == 0xfffe) {
        return new String(bytes, StandardCharsets.UTF_16);
      }
    }
    if (declared != null && declared.name().startsWith("UTF-16")) {
      return new String(bytes, declared);
    }
    try {
      CharBuffer chars =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes));
      return chars.toString();
    } catch (CharacterCodingException e) {
      boolean utf8 = declared == null || declared.equals(StandardCharsets.UTF_8);
      return new String(bytes, utf8 ? FALLBACK : declared);
    }
  }

  private static byte[] quotedPrintable(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
    byte[] bytes = text.replaceAll("=[ \\t]*\\r?\\n", "").getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
      if (bytes[i] == '=' && high >= 0 && low >= 0) {
        out.write(high << 4 | low);
        i += 2;
      } else {
        out.write(bytes[i]);
      }
    }
    return out.toByteArray();
  }

  /**
   * Clock changes come once a year: other rules in a time zone's definition are left out, and what
   * goes on after more observances than any zone ever had.
   */
  private static String withBoundedZones(String text) {
    List<String> kept = new ArrayList<>();
    boolean zone = false;
    int rules = 0;
    for (String line : text.split("\r\n|\r|\n", -1)) {
      String upper = line.length() > 200 ? "" : line.toUpperCase(Locale.ROOT);
      zone = upper.startsWith("BEGIN:VTIMEZONE") || zone && !upper.startsWith("END:VTIMEZONE");
      boolean rule = zone && (upper.startsWith("RRULE") || upper.startsWith("RDATE"));
      rules += rule ? 1 : 0;
      boolean yearly = upper.startsWith("RDATE") || upper.contains("FREQ=YEARLY");
      boolean simple = yearly && !upper.contains("BYHOUR") && !upper.contains("BYSECOND");
      if (!rule || simple && !upper.contains("BYMINUTE") && rules <= MAX_ZONE_RULES) {
        kept.add(line);
      }
    }
    return String.join("\r\n", kept);
  }
}
