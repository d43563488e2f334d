package dev.meetbot.spi.artifact;

import java.time.Instant;

/**
 * What is known of an artifact without reading it.
 *
 * @param bytes readable size
 * @param committed false while it is being written or when its writer died
 */
public record ArtifactInfo(
    ArtifactKey key, String mediaType, long bytes, boolean committed, Instant modifiedAt) {}
