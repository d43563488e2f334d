package dev.meetbot.sdk;

import jakarta.json.bind.annotation.JsonbCreator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was recorded. All offsets are in milliseconds from {@code recording.startedAt}.
 *
 * @param recording null when nothing was recorded
 * @param participants the roster, with all that the server says of each
 */
public record Manifest(
    int version,
    Subject job,
    @Nullable Recording recording,
    List<File> files,
    List<Map<String, @Nullable Object>> participants,
    @Nullable Exit exit,
    List<String> warnings) {
  /** Checks that it is a manifest, and copies it. */
  @JsonbCreator
  public Manifest {
    Given.there(job, "job");
    files = Given.list(files);
    participants = Given.list(participants);
    warnings = Given.list(warnings);
  }

  /** The file of that name. */
  public Optional<File> findFile(String name) {
    return files.stream().filter(file -> file.name().equals(name)).findFirst();
  }

  /** The job that it is of. */
  public record Subject(
      String id,
      String externalId,
      String meetingUrl,
      String platform,
      String displayName,
      Map<String, @Nullable Object> metadata,
      @Nullable Instant createdAt,
      @Nullable Instant joinedAt,
      @Nullable Instant endedAt) {
    /** Copies the metadata. */
    @JsonbCreator
    public Subject {
      metadata = Given.map(metadata);
    }

    /** Without its address, in which a passcode may stand. */
    @Override
    public String toString() {
      return "Subject[" + id + ", " + externalId + "]";
    }
  }

  /** From when to when, with what was left out. */
  public record Recording(
      @Nullable Instant startedAt,
      @Nullable Instant endedAt,
      long durationMs,
      List<Span> pauses,
      List<Gap> gaps) {
    /** Copies pauses and gaps. */
    @JsonbCreator
    public Recording {
      pauses = Given.list(pauses);
      gaps = Given.list(gaps);
    }
  }

  /** A stretch of the recording. */
  public record Span(long startMs, long endMs) {
    /** As the server said it. */
    @JsonbCreator
    public Span {}
  }

  /**
   * A stretch that is missing, and why.
   *
   * @param track the track it holds for; null for all of them
   */
  public record Gap(long startMs, long endMs, @Nullable Integer track, String reason) {
    /** As the server said it. */
    @JsonbCreator
    public Gap {}
  }

  /**
   * An artifact.
   *
   * @param sha256 of its bytes, in lower-case hex
   * @param speakerId whose it is, where it is one person's
   * @param cutFromMix made of the parts of a mix in which that person spoke
   */
  public record File(
      String name,
      String kind,
      String mediaType,
      long bytes,
      @Nullable String sha256,
      @Nullable Long durationMs,
      @Nullable String speakerId,
      @Nullable String speaker,
      @Nullable Long startOffsetMs,
      @Nullable String captureMethod,
      boolean cutFromMix) {
    /** Checks that it has a name. */
    @JsonbCreator
    public File {
      Given.there(name, "name");
    }
  }

  /** How the job ended. */
  public record Exit(
      JobStatus status,
      @Nullable FailureCode failureCode,
      @Nullable String failureDetail,
      @Nullable EndReason endReason) {
    /** As the server said it. */
    @JsonbCreator
    public Exit {}
  }
}
