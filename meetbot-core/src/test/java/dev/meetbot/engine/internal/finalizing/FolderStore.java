package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ArtifactInfo;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ArtifactWriter;
import dev.meetbot.spi.artifact.ByteRange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Artifacts as plain files, with a record of what was committed and deleted in which order. */
final class FolderStore implements ArtifactStore {
  final Path root;
  final List<String> acts = new ArrayList<>();

  FolderStore(Path root) {
    this.root = root;
  }

  Path path(String key) {
    return root.resolve(key);
  }

  @Override
  public ArtifactWriter open(ArtifactKey key, String mediaType) throws IOException {
    Path target = path(key.path());
    Files.createDirectories(target.getParent());
    OutputStream out = Files.newOutputStream(target);
    return new ArtifactWriter() {
      @Override
      public void append(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
      }

      @Override
      public void flush() throws IOException {
        out.flush();
      }

      @Override
      public void commit() {
        acts.add("commit " + key.path());
      }

      @Override
      public void abort() throws IOException {
        out.close();
        Files.deleteIfExists(target);
      }

      @Override
      public void close() throws IOException {
        out.close();
      }
    };
  }

  @Override
  public Optional<ArtifactContent> read(ArtifactKey key, ByteRange range) throws IOException {
    Path file = path(key.path());
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    byte[] all = Files.readAllBytes(file);
    ByteRange cut = range.within(all.length);
    byte[] part = Arrays.copyOfRange(all, (int) cut.offset(), (int) (cut.offset() + cut.length()));
    return Optional.of(new ArtifactContent(info(file), cut, new ByteArrayInputStream(part)));
  }

  @Override
  public List<ArtifactInfo> list(ArtifactKey prefix) throws IOException {
    Path top = path(prefix.path());
    if (!Files.exists(top)) {
      return List.of();
    }
    List<ArtifactInfo> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(top)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        found.add(info(file));
      }
    }
    return found;
  }

  private ArtifactInfo info(Path file) throws IOException {
    String key = root.relativize(file).toString();
    return new ArtifactInfo(
        new ArtifactKey(key), "application/octet-stream", Files.size(file), true, Instant.EPOCH);
  }

  @Override
  public void delete(ArtifactKey prefix) throws IOException {
    acts.add("delete " + prefix.path());
    WorkDirectory.delete(path(prefix.path()));
  }

  @Override
  public void ping() {}

  @Override
  public void close() {}
}
