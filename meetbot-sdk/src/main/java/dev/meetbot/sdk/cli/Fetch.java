package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.Manifest;
import dev.meetbot.sdk.MeetBot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Brings files of a job into a folder. */
record Fetch(Session session, MeetBot bots, String jobId, Path folder) {
  /** What became of a file; {@code state} is {@code downloaded} or {@code present}. */
  record Fetched(String name, Path path, long bytes, @Nullable String sha256, String state) {}

  /** One file; not fetched again when its bytes are there already. */
  Fetched fetch(String name, Manifest.@Nullable File known) throws IOException {
    Path target = ArtifactPath.below(folder, name);
    if (known != null && isThere(target, known)) {
      return new Fetched(name, target, known.bytes(), known.sha256(), "present");
    }
    Files.createDirectories(target.getParent());
    try (Progress progress = new Progress(session, name, known == null ? 0 : known.bytes())) {
      bots.downloadArtifact(jobId, name, target, progress);
    }
    return new Fetched(
        name, target, Files.size(target), known == null ? null : known.sha256(), "downloaded");
  }

  private static boolean isThere(Path target, Manifest.File known) throws IOException {
    return known.sha256() != null
        && Files.isRegularFile(target)
        && Files.size(target) == known.bytes()
        && Sha256.of(target).equals(known.sha256());
  }
}
