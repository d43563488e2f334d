package dev.meetbot.jaxrs.login;

import dev.meetbot.engine.DeviceLogin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The texts of the page; everything put into them is escaped. */
final class LoginPage {
  private static final String FRAME = resource("page.html");
  private static final String FORM = resource("form.html");
  private static final String STYLE = resource("style.css");

  /**
   * Nothing is loaded, no script runs, the form goes here only, and nobody may frame the page. The
   * style is allowed by its hash.
   */
  static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + sha256(STYLE)
          + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private LoginPage() {}

  /** The form, with what went wrong the last time. */
  static String form(
      String code, Optional<DeviceLogin.Waiting> waiting, String csrf, @Nullable String problem) {
    String intro =
        waiting
            .map(
                login ->
                    "<p>A program that calls itself <strong>"
                        + escape(login.clientName())
                        + "</strong> asks for an API key.</p>")
            .orElse("<p>Type the code that your device shows.</p>");
    String main =
        FORM.replace("{{intro}}", intro)
            .replace(
                "{{problem}}",
                problem == null
                    ? ""
                    : "<p class=\"problem\" role=\"alert\">" + escape(problem) + "</p>")
            .replace("{{csrf}}", escape(csrf))
            .replace("{{code}}", escape(code));
    return page("Sign in a device", main);
  }

  /** The end of it. */
  static String done(boolean approved) {
    String title = approved ? "Approved" : "Denied";
    String text =
        approved
            ? "The device is signed in. You can close this page."
            : "The device gets no key. You can close this page.";
    return page(title, "<h1>" + title + "</h1>\n<p class=\"done\">" + text + "</p>");
  }

  private static String page(String title, String main) {
    return FRAME
        .replace("{{title}}", title + " – meetbot")
        .replace("{{style}}", STYLE)
        .replace("{{main}}", main);
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
        .replace("{", "&#123;");
  }

  private static String resource(String name) {
    try (InputStream in = LoginPage.class.getResourceAsStream(name)) {
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
