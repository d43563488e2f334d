package dev.meetbot.provider.file;

import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ArtifactInfo;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ArtifactWriter;
import dev.meetbot.spi.artifact.ByteRange;
import dev.meetbot.spi.artifact.StoreFullException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Artifacts as files below a folder, each under its key; see {@link ArtifactPath} for the names.
 * Thread-safe. Several processes may read at once, as long as one writes a key. A commit is forced
 * to the disk; what was only flushed survives this process but perhaps not a power cut.
 */
public final class FileArtifactStore implements ArtifactStore {
  private static final String UNKNOWN_TYPE = "application/octet-stream";

  private final Path root;
  private final long minFreeBytes;
  private final FreeSpace freeSpace;
  private final Map<Path, FileArtifactWriter> live = new ConcurrentHashMap<>();

  /**
   * A store in that folder, which is made when it is not there.
   *
   * @param minFreeBytes how much room stays free on the disk: with less left the store is full
   */
  public FileArtifactStore(Path root, long minFreeBytes) throws IOException {
    this(root, minFreeBytes, () -> Files.getFileStore(root).getUsableSpace());
  }

  FileArtifactStore(Path root, long minFreeBytes, FreeSpace freeSpace) throws IOException {
    this.root = Files.createDirectories(root.toAbsolutePath().normalize());
    this.minFreeBytes = minFreeBytes;
    this.freeSpace = freeSpace;
  }

  /** Throws when writing that many bytes would leave less room than must stay. */
  void requireRoomFor(long bytes) throws IOException {
    long free = freeSpace.bytes();
    if (free - bytes < minFreeBytes) {
      throw new StoreFullException(
          "no room for " + bytes + " bytes in " + root,
          new IOException(free + " bytes are free, " + minFreeBytes + " must stay free"));
    }
  }

  void live(ArtifactPath path, FileArtifactWriter writer) {
    live.put(path.part(), writer);
  }

  void ended(ArtifactPath path, FileArtifactWriter writer) {
    live.remove(path.part(), writer);
  }

  @Override
  public ArtifactWriter open(ArtifactKey key, String mediaType) throws IOException {
    requireRoomFor(0);
    ArtifactPath path = ArtifactPath.of(root, key);
    Files.createDirectories(path.committed().getParent());
    for (int number = 0; ; number++) {
      Path open = path.open(number);
      try {
        FileChannel channel =
            FileChannel.open(open, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new FileArtifactWriter(this, path, mediaType, open, channel);
      } catch (FileAlreadyExistsException e) {
        // another writer's, or one that a dead process left: the next number will do
      }
    }
  }

  @Override
  public Optional<ArtifactContent> read(ArtifactKey key, ByteRange range) throws IOException {
    ArtifactPath path = ArtifactPath.of(root, key);
    // a commit may rename the part just before it is opened: then the final file is there
    for (Path file : List.of(path.part(), path.committed(), path.part(), path.committed())) {
      if (Files.isRegularFile(file)) {
        try {
          return Optional.of(content(key, file, range));
        } catch (NoSuchFileException e) {
          // gone in between: the next one
        }
      }
    }
    return Optional.empty();
  }

  private ArtifactContent content(ArtifactKey key, Path file, ByteRange range) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      ArtifactInfo info = info(key, file, channel.size());
      ByteRange part = range.within(info.bytes());
      return new ArtifactContent(info, part, new RangeStream(channel, part));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** What is known of a readable file of that size. */
  private ArtifactInfo info(ArtifactKey key, Path file, long size) throws IOException {
    boolean part = ArtifactPath.isPart(file);
    FileArtifactWriter writer = part ? live.get(file) : null;
    return new ArtifactInfo(
        key,
        mediaType(ArtifactPath.of(root, key), part),
        writer == null ? size : Math.min(size, writer.flushed()),
        !part,
        Files.getLastModifiedTime(file).toInstant());
  }

  private static String mediaType(ArtifactPath path, boolean part) throws IOException {
    for (Path file :
        part ? List.of(path.partType(), path.committedType()) : List.of(path.committedType())) {
      try {
        return Files.readString(file, StandardCharsets.UTF_8);
      } catch (NoSuchFileException e) {
        // try the next
      }
    }
    return UNKNOWN_TYPE;
  }

  @Override
  public List<ArtifactInfo> list(ArtifactKey prefix) throws IOException {
    Map<ArtifactKey, ArtifactInfo> found = new ConcurrentHashMap<>();
    FileTree.visit(
        ArtifactPath.of(root, prefix).committed(),
        file -> {
          if (ArtifactPath.isReadable(file)) {
            ArtifactKey key = ArtifactPath.keyOf(root, file);
            ArtifactInfo info = info(key, file, Files.size(file));
            // a part hides the final file
            found.merge(key, info, (one, other) -> one.committed() ? other : one);
          }
        });
    return found.values().stream().sorted(Comparator.comparing(i -> i.key().path())).toList();
  }

  @Override
  public void delete(ArtifactKey prefix) throws IOException {
    ArtifactPath path = ArtifactPath.of(root, prefix);
    FileTree.delete(path.committed());
    for (Path file : List.of(path.part(), path.committedType(), path.partType())) {
      Files.deleteIfExists(file);
    }
  }

  @Override
  public void ping() throws IOException {
    if (!Files.isWritable(root)) {
      throw new IOException("cannot write to " + root);
    }
    requireRoomFor(0);
  }

  @Override
  public void close() {
    // no file is held open by the store itself
  }
}
