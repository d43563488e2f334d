package dev.meetbot.spi.meeting;

import java.net.URI;

/**
 * A meeting's address, understood.
 *
 * @param meetingId what the platform calls the meeting
 */
public record MeetingUrl(String platform, URI url, String meetingId) {}
