package dev.meetbot.engine.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.Issue;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebhookUrlCheckTest {
  private final WebhookUrlCheck check =
      new WebhookUrlCheck(
          url ->
              url.getHost().equals("10.0.0.1") ? Optional.of("it is private") : Optional.empty());
  private final List<Issue> issues = new ArrayList<>();

  @Test
  void a_target_that_is_allowed_is_taken_as_it_is() {
    assertThat(check.check("https://client.example/a?b=c", issues, "webhooks", "onFinalize"))
        .isEqualTo(URI.create("https://client.example/a?b=c"));
    assertThat(issues).isEmpty();
  }

  @Test
  void a_refused_target_is_an_issue_at_its_place() {
    assertThat(check.check("http://10.0.0.1/", issues, "webhooks", "onFinalize")).isNull();
    assertThat(issues)
        .containsExactly(
            new Issue(
                List.of("webhooks", "onFinalize"),
                "forbidden_target",
                "webhooks.onFinalize: it is private"));
  }

  @Test
  void what_is_no_url_is_told_before_anything_else() {
    assertThat(check.check("http://user:secret@10.0.0.1/", issues, "url")).isNull();
    assertThat(check.check("ftp://10.0.0.1/", issues, "url")).isNull();
    assertThat(issues).extracting(Issue::code).containsExactly("invalid_url", "invalid_url");
    assertThat(issues).noneMatch(issue -> issue.message().contains("secret"));
  }
}
