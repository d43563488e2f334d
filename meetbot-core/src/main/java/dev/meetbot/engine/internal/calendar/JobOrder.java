package dev.meetbot.engine.internal.calendar;

import dev.meetbot.engine.JobRequest;
import dev.meetbot.spi.meeting.MeetingPlatform;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the calendar asks of the engine for one meeting. Pure. */
record JobOrder(List<MeetingPlatform> platforms) {
  private static final int HASH_BYTES = 16;
  private static final int MAX_UID = 300;

  /** Tells UIDs apart; they may be of any length and hold anything. */
  static String hash(String uid) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(uid.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  JobRequest request(Series series, Occurrence meeting, int generation) {
    return JobRequest.of(
        edit -> {
          edit.externalId = externalId(series.uid(), meeting.key(), generation);
          edit.meetingUrl = String.valueOf(meeting.url());
          edit.joinAt = meeting.start();
          edit.metadata = metadata(series, meeting);
        });
  }

  static String externalId(String uid, String key, int generation) {
    String id = "cal:" + hash(uid) + (key.isEmpty() ? "" : ":" + key);
    return generation == 0 ? id : id + ":" + generation;
  }

  String metadata(Series series, Occurrence meeting) {
    String uid = series.uid();
    JsonObjectBuilder calendar =
        Json.createObjectBuilder()
            .add("uid", uid.length() > MAX_UID ? uid.substring(0, MAX_UID) : uid);
    if (!meeting.key().isEmpty()) {
      calendar.add("recurrenceId", meeting.key());
    }
    calendar
        .add("sequence", meeting.event().sequence())
        .add("summary", meeting.event().summary())
        .add("organizer", meeting.event().organizer())
        .add("start", meeting.start().toString())
        .add("end", meeting.end().toString());
    return Json.createObjectBuilder().add("calendar", calendar).build().toString();
  }

  /** The platform of the meeting; null when none takes it any more. */
  @Nullable String platform(Occurrence meeting) {
    URI url = meeting.url();
    return url == null
        ? null
        : platforms.stream()
            .filter(platform -> platform.parse(url).isPresent())
            .map(MeetingPlatform::id)
            .findFirst()
            .orElse(null);
  }
}
