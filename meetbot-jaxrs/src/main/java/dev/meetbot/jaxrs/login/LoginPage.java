package dev.meetbot.jaxrs.login;

import dev.meetbot.engine.DeviceLogin;
import dev.meetbot.jaxrs.page.HtmlPage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The texts of the page; everything put into them is escaped. */
final class LoginPage {
  /** For a code that was typed wrong, is too old, or never was. */
  static final String NOBODY = "No device waits under this code. It may have expired.";

  private static final String FORM = HtmlPage.resource(LoginPage.class, "form.html");

  private LoginPage() {}

  /** The form, with what went wrong the last time. */
  static String form(
      String code, Optional<DeviceLogin.Waiting> waiting, String csrf, @Nullable String problem) {
    String nobody = waiting.isEmpty() && !code.isEmpty() ? NOBODY : "";
    String told = problem == null ? nobody : problem;
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
                told.isEmpty()
                    ? ""
                    : "<p class=\"problem\" role=\"alert\">" + escape(told) + "</p>")
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
    return HtmlPage.of(title + " – meetbot", main);
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
        .replace("{", "&#123;");
  }
}
