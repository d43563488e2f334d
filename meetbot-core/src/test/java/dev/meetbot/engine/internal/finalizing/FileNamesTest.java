package dev.meetbot.engine.internal.finalizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.internal.finalizing.CapturedTrack.Owner;
import dev.meetbot.spi.artifact.ArtifactKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {
  @ParameterizedTest
  @CsvSource({
    "Ann Lee, ann-lee",
    "'  J\u00f6rg  M\u00dcLLER!', j\u00f6rg-m\u00fcller",
    "\u674e\u660e, \u674e\u660e",
    "'../../etc/passwd', etc-passwd",
    "'\ud83d\ude00', participant",
    "'', participant",
    "A-1_b, a-1-b",
  })
  void slugs(String name, String slug) {
    assertThat(FileNames.slug(name)).isEqualTo(slug);
    assertThat(new ArtifactKey("audio." + slug + ".webm").name()).contains(slug);
  }

  @Test
  void longNamesAreCutByCharactersAndBytes() {
    assertThat(FileNames.slug("x".repeat(200))).hasSize(60);
    String wide = FileNames.slug("\ud840\udc00".repeat(60));
    assertThat(wide.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(160);
    assertThat(wide).doesNotContain("\ufffd").isNotEmpty();
  }

  @Test
  void equalNamesGetNumbersInOrderOfArrival() {
    FileNames names =
        FileNames.of(
            List.of(
                person("1", "Bob"), person("2", "bob"), person("3", "Bob 2"), person("4", "BOB")));
    assertThat(List.of("1", "2", "3", "4"))
        .extracting(id -> names.speaker(track(new Owner(id, false))))
        .containsExactly("bob", "bob-2", "bob-2-2", "bob-3");
  }

  @Test
  void aTrackOfNobodyIsNamedByItsNumber() {
    assertThat(FileNames.of(List.of()).speaker(track(null))).isEqualTo("unknown-7");
  }

  private static Person person(String id, String name) {
    return new Person(id, name, false, false, false, List.of(), null);
  }

  private static CapturedTrack track(@org.jspecify.annotations.Nullable Owner owner) {
    return new CapturedTrack(
        new CapturedTrack.Id(1, 7),
        CapturedTrack.Kind.AUDIO,
        "opus",
        "tap",
        new ArtifactKey("t7.mkv"),
        0,
        0,
        0,
        owner);
  }
}
