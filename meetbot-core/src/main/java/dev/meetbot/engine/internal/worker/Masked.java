package dev.meetbot.engine.internal.worker;

import dev.meetbot.spi.meeting.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes what let a bot in out of a text that is kept: as it is, as URLs write it, and as MHTML's
 * quoted-printable does (RFC 2045 section 6.7), also over its line ends. Pure.
 */
final class Masked {
  private static final String INSTEAD = "***";

  /** Shorter ones would take harmless words away. */
  private static final int SHORTEST = 4;

  private final List<String> forms;

  private Masked(Set<String> forms) {
    List<String> sorted = new ArrayList<>(forms);
    sorted.sort(Comparator.comparingInt(String::length).reversed());
    this.forms = List.copyOf(sorted);
  }

  /** For a visit's passcode and tokens; null before there was one. */
  static Masked of(@Nullable Visit visit) {
    Set<String> forms = new LinkedHashSet<>();
    if (visit != null) {
      add(visit.passcode(), forms);
      visit.tokens().values().forEach(token -> add(token, forms));
    }
    return new Masked(forms);
  }

  private static void add(@Nullable String secret, Set<String> forms) {
    if (secret == null || secret.length() < SHORTEST) {
      return;
    }
    String inUrl = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    for (String form : List.of(secret, inUrl, inUrl.replace("+", "%20"))) {
      forms.add(form);
      forms.add(form.replace("=", "=3D"));
    }
  }

  /** The text without them. */
  String in(String text) {
    String masked = text;
    for (String form : forms) {
      masked = masked.replace(form, INSTEAD);
    }
    return masked;
  }

  /** An MHTML file without them; its soft line ends go when there is anything to look for. */
  byte[] inArchive(byte[] mhtml) {
    if (forms.isEmpty()) {
      return mhtml;
    }
    String text = new String(mhtml, StandardCharsets.UTF_8).replace("=\r\n", "").replace("=\n", "");
    return in(text).getBytes(StandardCharsets.UTF_8);
  }
}
