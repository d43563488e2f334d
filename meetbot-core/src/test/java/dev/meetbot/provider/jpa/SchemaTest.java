package dev.meetbot.provider.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class SchemaTest {
  private static final Pattern CHANGE = Pattern.compile("<changeSet id=\"(\\d+)\"");
  private static final Pattern INCLUDE = Pattern.compile("<include file=\"([^\"]+)\"");

  /** Otherwise a new change set would never be run on an old database. */
  @Test
  void everyChangeOfTheChangelogIsNamed() throws Exception {
    String root = read(Schema.CHANGELOG);
    List<String> ids = new ArrayList<>(ids(root));
    String folder = Schema.CHANGELOG.substring(0, Schema.CHANGELOG.lastIndexOf('/') + 1);
    for (var include : INCLUDE.matcher(root).results().toList()) {
      List<String> more = ids(read(folder + include.group(1)));
      assertThat(more).as(include.group(1)).isNotEmpty();
      ids.addAll(more);
    }
    assertThat(ids).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(Schema.CHANGES);
  }

  private static List<String> ids(String xml) {
    return CHANGE.matcher(xml).results().map(r -> r.group(1)).toList();
  }

  private static String read(String resource) throws IOException {
    try (var in = Schema.class.getClassLoader().getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
