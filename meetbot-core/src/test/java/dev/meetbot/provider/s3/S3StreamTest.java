package dev.meetbot.provider.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.meetbot.spi.artifact.ByteRange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.http.AbortableInputStream;

final class S3StreamTest {
  private static final byte[] ALL = "0123456789".getBytes(StandardCharsets.US_ASCII);

  private final List<Long> opened = new ArrayList<>();
  private final List<String> ends = new ArrayList<>();

  /** A connection that breaks after some bytes. */
  private final class Breaking extends InputStream {
    private final InputStream bytes;
    private int left;

    Breaking(InputStream bytes, int left) {
      this.bytes = bytes;
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      if (left-- == 0) {
        throw new IOException("connection reset");
      }
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int one = read();
      if (one < 0) {
        return -1;
      }
      into[offset] = (byte) one;
      return 1;
    }

    @Override
    public void close() {
      ends.add("closed");
    }
  }

  private S3Stream.Source source(int breakAfter) {
    return (position, end) -> {
      opened.add(position);
      InputStream bytes =
          new ByteArrayInputStream(Arrays.copyOfRange(ALL, (int) position, (int) end));
      return new ResponseInputStream<>(
          "answer",
          AbortableInputStream.create(new Breaking(bytes, breakAfter), () -> ends.add("aborted")));
    };
  }

  @Test
  void aConnectionThatBreaksIsOpenedAgainWhereItBroke() throws IOException {
    try (S3Stream in = new S3Stream(source(3), new ByteRange(1, 8), null)) {
      assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(ALL, 1, 9));
    }
    assertThat(opened).containsExactly(1L, 4L, 7L);
  }

  @Test
  void oneThatBreaksAgainAndAgainIsGivenUp() throws IOException {
    try (S3Stream in = new S3Stream(source(0), new ByteRange(2, 5), null)) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(in::readAllBytes)
          .withMessageContaining("at 2");
    }
    assertThat(opened).hasSize(4);
  }

  @Test
  void whatIsNotReadToItsEndIsAbortedInsteadOfRead() throws IOException {
    try (S3Stream in = new S3Stream(source(100), new ByteRange(0, 10), null)) {
      assertThat(in.read()).isEqualTo((int) '0');
    }
    assertThat(ends).startsWith("aborted");
    ends.clear();
    try (S3Stream in = new S3Stream(source(100), new ByteRange(0, 10), null)) {
      assertThat(in.readAllBytes()).isEqualTo(ALL);
    }
    assertThat(ends).containsExactly("closed");
  }

  @Test
  void anEmptyRangeOpensNothing() throws IOException {
    try (S3Stream in = new S3Stream(source(100), new ByteRange(10, 0), null)) {
      assertThat(in.read()).isEqualTo(-1);
    }
    assertThat(opened).isEmpty();
  }
}
