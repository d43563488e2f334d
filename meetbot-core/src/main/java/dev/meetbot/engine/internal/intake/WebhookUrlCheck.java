package dev.meetbot.engine.internal.intake;

import dev.meetbot.engine.InvalidJobException;
import dev.meetbot.engine.Issue;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which URLs webhooks may be asked for. Pure: what can only be told by a look-up of a name is told
 * when a message is sent.
 *
 * @param refusal why a URL would certainly be refused; empty when it is not
 */
public record WebhookUrlCheck(Function<URI, Optional<String>> refusal) {
  /** Lets every URL pass that is one. */
  public static final WebhookUrlCheck ANY = new WebhookUrlCheck(url -> Optional.empty());

  /** The URL, or null with an issue added. */
  @Nullable URI check(@Nullable String text, List<Issue> issues, String... path) {
    URI url = JobRequestCheck.url(text, issues, path);
    Optional<String> reason = url == null ? Optional.empty() : refusal.apply(url);
    if (reason.isEmpty()) {
      return url;
    }
    String message = String.join(".", path) + ": " + reason.get();
    issues.add(new Issue(List.of(path), "forbidden_target", message));
    return null;
  }

  /**
   * The URL of a request that has nothing else in it.
   *
   * @throws InvalidJobException when it or the version makes no sense
   */
  public URI require(@Nullable String text, int version) {
    List<Issue> issues = new ArrayList<>();
    URI url = check(text, issues, "url");
    if (version != 1 && version != 2) {
      issues.add(new Issue(List.of("version"), "out_of_range", "version must be 1 or 2"));
    }
    if (url == null || !issues.isEmpty()) {
      throw new InvalidJobException(issues);
    }
    return url;
  }
}
