package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ArtifactInfo;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ArtifactWriter;
import dev.meetbot.spi.artifact.ByteRange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Puts files into the store under a job's folder and keeps the list of them. One thread. */
final class Publisher {
  private static final int CHUNK = 1 << 17;

  private final ArtifactStore store;
  private final ArtifactKey folder;
  private final List<ManifestFile> files = new ArrayList<>();

  Publisher(ArtifactStore store, ArtifactKey folder) {
    this.store = store;
    this.folder = folder;
  }

  /** What was published so far. */
  List<ManifestFile> files() {
    return List.copyOf(files);
  }

  void file(Path path, String name, String kind, String mediaType, ManifestFile.About about)
      throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      files.add(copy(in, name, kind, mediaType, about));
    }
  }

  void text(String text, String name, String kind, String mediaType) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    files.add(
        copy(new ByteArrayInputStream(bytes), name, kind, mediaType, ManifestFile.About.NOTHING));
  }

  /** Writes the manifest, which is not in its own list. */
  ArtifactKey manifest(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    copy(
        new ByteArrayInputStream(bytes),
        "manifest.json",
        "manifest",
        "application/json",
        ManifestFile.About.NOTHING);
    return folder.resolve("manifest.json");
  }

  /** Lists what others have put under that folder before. */
  void existing(String subfolder, String kind) throws IOException {
    for (ArtifactInfo info : store.list(folder.resolve(subfolder))) {
      Optional<ArtifactContent> content = store.read(info.key(), ByteRange.ALL);
      if (content.isEmpty()) {
        continue;
      }
      MessageDigest digest = sha256();
      long bytes = 0;
      try (ArtifactContent opened = content.get()) {
        byte[] buffer = new byte[CHUNK];
        for (int n = opened.stream().read(buffer); n >= 0; n = opened.stream().read(buffer)) {
          digest.update(buffer, 0, n);
          bytes += n;
        }
      }
      files.add(
          new ManifestFile(
              info.key().path().substring(folder.path().length() + 1),
              kind,
              info.mediaType(),
              bytes,
              HexFormat.of().formatHex(digest.digest()),
              ManifestFile.About.NOTHING));
    }
  }

  private ManifestFile copy(
      InputStream in, String name, String kind, String mediaType, ManifestFile.About about)
      throws IOException {
    MessageDigest digest = sha256();
    long bytes = 0;
    try (ArtifactWriter writer = store.open(folder.resolve(name), mediaType)) {
      byte[] buffer = new byte[CHUNK];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        writer.append(buffer, 0, n);
        bytes += n;
      }
      writer.commit();
    }
    return new ManifestFile(
        name, kind, mediaType, bytes, HexFormat.of().formatHex(digest.digest()), about);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
