package dev.meetbot.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactWriter;
import dev.meetbot.spi.artifact.ByteRange;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How keys name artifacts: listing and deleting them. */
public interface ArtifactKeysContract extends ArtifactStoreUnderTest {
  private void write(ArtifactKey key, byte[] bytes) throws IOException {
    ArtifactBytes.write(store(), key, bytes);
  }

  private List<String> paths(ArtifactKey prefix) throws IOException {
    return store().list(prefix).stream().map(info -> info.key().path()).toList();
  }

  @Test
  default void aListingHasEverythingBelowThePrefixSortedByKey() throws IOException {
    for (String path :
        List.of("acme/job-1/b", "acme/job-1/a/z", "acme/job-1/a.b", "acme/job-10/c", "acme/x")) {
      write(new ArtifactKey(path), ArtifactBytes.text(path));
    }
    assertThat(paths(JOB)).containsExactly("acme/job-1/a.b", "acme/job-1/a/z", "acme/job-1/b");
    assertThat(paths(JOB.resolve("a"))).containsExactly("acme/job-1/a/z");
    assertThat(paths(JOB.resolve("b"))).isEmpty();
    assertThat(paths(new ArtifactKey("acme"))).hasSize(5);
    assertThat(paths(new ArtifactKey("nobody"))).isEmpty();
  }

  @Test
  default void deletingTakesTheKeyAndAllBelowAndNothingElse() throws IOException {
    for (String path : List.of("acme/job-1/b", "acme/job-1/a/z", "acme/job-10/c", "acme/job")) {
      write(new ArtifactKey(path), ArtifactBytes.text(path));
    }
    try (ArtifactWriter writer = store().open(JOB.resolve("unfinished"), "text/plain")) {
      writer.append(ArtifactBytes.text("x"));
      writer.flush();
    }
    store().delete(JOB);
    assertThat(paths(new ArtifactKey("acme"))).containsExactly("acme/job", "acme/job-10/c");
    store().delete(new ArtifactKey("acme/job"));
    assertThat(paths(new ArtifactKey("acme"))).containsExactly("acme/job-10/c");
    assertThat(store().read(JOB.resolve("b"), ByteRange.ALL)).isEmpty();
  }

  @Test
  default void keysMayHaveLettersOfAnyScriptAndLookLikeAnything() throws IOException {
    List<String> names =
        List.of(
            "audio.Łukasz.webm",
            "会议" + "记".repeat(50),
            "a".repeat(180),
            "..hidden",
            ".part",
            "x.part",
            "x",
            "X.tmp",
            "é",
            "con");
    for (String name : names) {
      write(JOB.resolve(name), ArtifactBytes.text(name));
    }
    for (String name : names) {
      assertThat(ArtifactBytes.read(store(), JOB.resolve(name), ByteRange.ALL))
          .isEqualTo(ArtifactBytes.text(name));
    }
    assertThat(store().list(JOB))
        .extracting(info -> info.key().name())
        .containsExactlyInAnyOrderElementsOf(names);
  }
}
