package dev.meetbot.spi.artifact;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes of an artifact; the receiver closes it.
 *
 * @param info the whole artifact
 * @param range which part {@code stream} holds, already cut to the artifact's size
 */
public record ArtifactContent(ArtifactInfo info, ByteRange range, InputStream stream)
    implements Closeable {
  @Override
  public void close() throws IOException {
    stream.close();
  }
}
