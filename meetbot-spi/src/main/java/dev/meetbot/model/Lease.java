package dev.meetbot.model;

import java.time.Instant;

/** Who works on a job, and when that worker last said so. */
public record Lease(WorkerId worker, Instant renewedAt) {}
