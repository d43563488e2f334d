package dev.meetbot.provider.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.model.JoinSpec;
import dev.meetbot.model.JoinSpec.SignIn;
import dev.meetbot.model.WorkerId;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How a worker reads what it claimed. */
class RemoteJobJsonTest {
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

  private static JoinSpec join(String passcode, String join) {
    try (JsonReader reader =
        Json.createReader(new StringReader(CLAIMED.formatted(passcode, join)))) {
      JsonObject claimed = reader.readObject();
      Instant now = Instant.parse("2026-05-15T14:00:00Z");
      return RemoteJobJson.job(claimed, new WorkerId("w"), code -> "sealed:" + code.length(), now)
          .spec()
          .join();
    }
  }

  @Test
  void a_passcode_is_sealed_before_it_is_in_the_job() {
    String join = "\"join\": {\"signIn\": \"if_required\", \"hasPasscode\": true, \"film\": true},";
    assertThat(join("\"passcode\": \"p4ss\",", join))
        .isEqualTo(new JoinSpec(SignIn.IF_REQUIRED, "sealed:4", true));
  }

  @Test
  void a_job_without_one_has_none_and_an_older_servers_has_the_defaults() {
    String join = "\"join\": {\"signIn\": \"never\", \"hasPasscode\": false, \"film\": false},";
    assertThat(join("\"passcode\": null,", join))
        .isEqualTo(new JoinSpec(SignIn.NEVER, null, false));
    assertThat(join("", "")).isEqualTo(JoinSpec.DEFAULTS);
  }
}
