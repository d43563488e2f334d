package dev.meetbot.provider.platform.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.meeting.MeetingSnapshot;
import dev.meetbot.spi.meeting.MeetingSnapshot.Caption;
import dev.meetbot.spi.meeting.MeetingSnapshot.ChatMessage;
import dev.meetbot.spi.meeting.MeetingSnapshot.MediaSource;
import dev.meetbot.spi.meeting.MeetingSnapshot.MediaSource.Kind;
import dev.meetbot.spi.meeting.MeetingSnapshot.Participant;
import dev.meetbot.spi.meeting.MeetingState;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomSnapshotTest {
  private static final String IN_CALL =
      """
      {"state": "in_call", "words": null, "roomName": "standup", "selfId": "p3",
       "waitingSince": 1795340000000, "admittedAt": 1795340005250,
       "participants": [
         {"id": "p1", "name": "meetbot", "host": true, "bot": false, "self": true, "speaking": true,
          "micOn": true, "cameraOn": true, "sharing": true, "joinedAt": 1,
          "streams": [{"streamId": "{a-1}", "kind": "camera"}, {"streamId": "s2", "kind": "screen"}]},
         {"id": "p2", "name": "Ana", "host": false, "bot": false, "speaking": false},
         {"id": "p3", "name": "meetbot", "host": false, "bot": true, "speaking": false,
          "streams": [{"streamId": "mine", "kind": "camera"}]}],
       "chat": [{"id": "c1", "senderId": "p1", "sender": "meetbot", "atMs": 1795340006000, "text": "hi 漢"}],
       "captions": [{"id": "k1", "speakerId": "p2", "speaker": "Ana", "text": "well",
         "startMs": 1795340007000, "endMs": 1795340007900, "final": false}]}
      """;

  @Test
  void everything_the_page_says_is_taken_over() {
    MeetingSnapshot snapshot = RoomSnapshot.read(IN_CALL);
    assertThat(snapshot.state()).isEqualTo(MeetingState.IN_CALL);
    assertThat(snapshot.words()).isNull();
    assertThat(snapshot.admittedAt()).isEqualTo(Instant.ofEpochMilli(1795340005250L));
    assertThat(snapshot.chat())
        .containsExactly(
            new ChatMessage("c1", "p1", "meetbot", Instant.ofEpochMilli(1795340006000L), "hi 漢"));
    assertThat(snapshot.captions())
        .containsExactly(
            new Caption(
                "k1",
                "p2",
                "Ana",
                "well",
                Instant.ofEpochMilli(1795340007000L),
                Instant.ofEpochMilli(1795340007900L)));
  }

  @Test
  void the_bots_own_tile_is_known_by_its_id_not_by_its_name_or_its_claim() {
    assertThat(RoomSnapshot.read(IN_CALL).participants())
        .containsExactly(
            new Participant("p1", "meetbot", false, true, false, true),
            new Participant("p2", "Ana", false, false, false, false),
            new Participant("p3", "meetbot", true, false, true, false));
  }

  @Test
  void sources_are_the_streams_of_the_others() {
    assertThat(RoomSnapshot.read(IN_CALL).sources())
        .containsExactly(
            new MediaSource("{a-1}", "p1", Kind.CAMERA), new MediaSource("s2", "p1", Kind.SCREEN));
  }

  @ParameterizedTest
  @CsvSource({
    "prejoin, PREJOIN",
    "waiting_for_host, WAITING_FOR_HOST",
    "waiting, WAITING_ROOM",
    "denied, DENIED",
    "removed, REMOVED",
    "ended, ENDED",
    "left, LEFT",
    "full, FULL",
    "disconnected, DISCONNECTED"
  })
  void every_state_of_the_page_has_a_meaning(String state, MeetingState expected) {
    MeetingSnapshot snapshot =
        RoomSnapshot.read(
            """
            {"state": "%s", "words": "So it is.", "selfId": null,
             "participants": [], "chat": [], "captions": []}
            """
                .formatted(state));
    assertThat(snapshot.state()).isEqualTo(expected);
    assertThat(snapshot.words()).isEqualTo("So it is.");
    assertThat(snapshot.admittedAt()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null | snapshot not an object but null",
        "not json | no JSON",
        "\"\" | snapshot not an object but \"\"",
        "{} | snapshot.participants not a list but null",
        "{\"participants\": []} | snapshot.state not a text but null",
        "{\"participants\": [], \"state\": \"asleep\"} | snapshot.state not one of [auth_required, denied,",
        "{\"participants\": [7]} | snapshot.participants[0] not an object but 7",
        "{\"participants\": [], \"state\": \"left\", \"admittedAt\": \"soon\"}"
            + "| snapshot.admittedAt not a time in milliseconds but \"soon\"",
        "{\"participants\": [{\"id\": \"a\", \"name\": null}], \"state\": \"left\", \"chat\": [],"
            + " \"captions\": []} | snapshot.participants[0].name not a text but null",
        "{\"participants\": [{\"id\": \"a\", \"name\": \"b\", \"host\": 1}], \"state\": \"left\","
            + " \"chat\": [], \"captions\": []}"
            + "| snapshot.participants[0].host not true or false but 1"
      })
  void what_is_missing_or_wrong_is_named(String json, String complaint) {
    assertThatThrownBy(() -> RoomSnapshot.read(json == null ? "" : json))
        .isExactlyInstanceOf(BrowserException.class)
        .hasMessageContaining(complaint);
  }
}
