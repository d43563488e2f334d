package dev.meetbot.provider.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class SchemaTest {
  /** Otherwise a new change set would never be run. */
  @Test
  void theLatestChangeIsTheLastOneInTheChangelog() throws Exception {
    try (var in = Schema.class.getClassLoader().getResourceAsStream(Schema.CHANGELOG)) {
      String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<String> ids =
          Pattern.compile("<changeSet id=\"(\\d+)\"")
              .matcher(xml)
              .results()
              .map(r -> r.group(1))
              .toList();
      assertThat(ids).isNotEmpty().doesNotHaveDuplicates().endsWith(Schema.LATEST);
    }
  }
}
