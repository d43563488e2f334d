package dev.meetbot.spi.meeting;

import dev.meetbot.model.JobId;

/**
 * For what a token is wanted.
 *
 * @param externalId the client's own id of the job
 */
public record TokenRequest(JobId job, String externalId, MeetingUrl meeting) {}
