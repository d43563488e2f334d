package dev.meetbot.jaxrs.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A page without a script: the frame around its content, and what a browser may do with it. */
public final class HtmlPage {
  private static final String FRAME = resource(HtmlPage.class, "page.html");
  private static final String STYLE = resource(HtmlPage.class, "style.css");

  /**
   * Nothing is loaded, no script runs, forms go here only, and nobody may frame the page. The style
   * is allowed by its hash.
   */
  public static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + sha256(STYLE)
          + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private HtmlPage() {}

  /** The whole page; neither the title nor the HTML is escaped here. */
  public static String of(String title, String main) {
    return FRAME.replace("{{title}}", title).replace("{{style}}", STYLE).replace("{{main}}", main);
  }

  /** The text of a file beside that class. */
  public static String resource(Class<?> place, String name) {
    try (InputStream in = place.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
