package dev.meetbot.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One row of a job's history. */
public record StatusChange(JobStatus status, Instant at, @Nullable String reason) {}
