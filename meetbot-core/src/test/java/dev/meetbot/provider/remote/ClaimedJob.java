package dev.meetbot.provider.remote;

import dev.meetbot.model.Job;
import dev.meetbot.model.WorkerId;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;

/** What a server answers to a claim, read by a worker. */
final class ClaimedJob {
  static final Instant NOW = Instant.parse("2026-05-15T14:00:00Z");

  private static final String CLAIMED =
      """
      {"tenantId": "t", "sequence": 0, "attempt": 0, "dueAt": "2026-05-15T14:00:00Z", %s
       "commands": [],
       "job": {"id": "019e2f0a-7c4e-7d11-b2cb-9d6e0c5e1234", "externalId": "e", "status": "queued",
         "meetingUrl": "https://meet.example/a", "platform": "jitsi", "displayName": "Notes",
         "joinAt": "2026-05-15T14:00:00Z", "createdAt": "2026-05-15T14:00:00Z", "metadata": {},
         "recordingState": "idle", "participantCount": 0, "waitingRoomSince": null,
         "joinedAt": null, %s
         "autoLeave": {"afterEntryDelaySeconds": 1, "afterSilenceSeconds": 1,
           "afterSoloSeconds": 1, "afterMaxSeconds": 1, "afterNoOneJoinedSeconds": 1,
           "afterOnlyBotsSeconds": 1, "onBotDetected": true, "botNames": []},
         "recording": {"audio": "mixed", "video": "none", "layout": "gallery", "captions": true,
           "chat": true, "startOnJoin": true},
         "consent": {"required": false, "prompt": null, "timeoutSeconds": 60}}}
      """;

  private ClaimedJob() {}

  /**
   * The job as the worker has it.
   *
   * @param passcode the entry of that name, with its comma, or nothing
   * @param join the same
   */
  static Job of(String passcode, String join) {
    try (JsonReader reader =
        Json.createReader(new StringReader(CLAIMED.formatted(passcode, join)))) {
      return RemoteJobJson.job(
          reader.readObject(), new WorkerId("w"), code -> "sealed:" + code.length(), NOW);
    }
  }
}
