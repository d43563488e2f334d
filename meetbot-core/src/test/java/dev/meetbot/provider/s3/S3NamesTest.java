package dev.meetbot.provider.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.spi.artifact.ArtifactKey;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class S3NamesTest {
  private static final ArtifactKey KEY = new ArtifactKey("acme/会议/audio.webm");
  private static final WriterId WRITER = new WriterId("01ABC", "audio/webm;codecs=\"opus\"");

  private final S3Names names = new S3Names("recordings/");

  @Test
  void aCommittedObjectHasItsKeyBehindThePrefix() {
    assertThat(names.committed(KEY)).isEqualTo("recordings/acme/会议/audio.webm");
    assertThat(names.keyOf(names.committed(KEY))).contains(KEY);
  }

  @Test
  void aPieceTellsKeyWriterTypeAndPlace() {
    String name = names.folder(KEY, WRITER) + Piece.nameOf(false, 7, 5L << 40);
    assertThat(names.keyOfPiece(name)).contains(KEY);
    Piece piece = Piece.parse(name, Instant.EPOCH).orElseThrow();
    assertThat(piece).isEqualTo(new Piece(name, WRITER, false, 7, 5L << 40, Instant.EPOCH));
    assertThat(names.keyOf(name)).isEmpty();
  }

  @Test
  void otherObjectsAreNobodys() {
    assertThat(names.keyOf("elsewhere/acme")).isEmpty();
    assertThat(names.keyOf("recordings/with blank")).isEmpty();
    assertThat(names.keyOf("recordings/folder/")).isEmpty();
    assertThat(names.keyOfPiece("recordings/acme/audio.webm")).isEmpty();
    for (String odd :
        new String[] {"x!/", "x!/y", "x!/y/z", "x!/01.#/b00000000000000-00000000000001"}) {
      assertThat(Piece.parse("recordings/" + odd, Instant.EPOCH)).isEmpty();
    }
  }
}
