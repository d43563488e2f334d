package dev.meetbot.provider.platform.room;

import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.meeting.MeetingSnapshot;
import dev.meetbot.spi.meeting.MeetingSnapshot.Caption;
import dev.meetbot.spi.meeting.MeetingSnapshot.ChatMessage;
import dev.meetbot.spi.meeting.MeetingSnapshot.MediaSource;
import dev.meetbot.spi.meeting.MeetingSnapshot.Participant;
import dev.meetbot.spi.meeting.MeetingSnapshot.Permission;
import dev.meetbot.spi.meeting.MeetingState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@code window.meetbotRoom.snapshot()} gives. Pure functions. */
final class RoomSnapshot {
  private static final Map<String, MeetingState> STATES =
      Map.ofEntries(
          Map.entry("prejoin", MeetingState.PREJOIN),
          Map.entry("waiting_for_host", MeetingState.WAITING_FOR_HOST),
          Map.entry("waiting", MeetingState.WAITING_ROOM),
          Map.entry("in_call", MeetingState.IN_CALL),
          Map.entry("denied", MeetingState.DENIED),
          Map.entry("removed", MeetingState.REMOVED),
          Map.entry("ended", MeetingState.ENDED),
          Map.entry("left", MeetingState.LEFT),
          Map.entry("full", MeetingState.FULL),
          Map.entry("not_found", MeetingState.NOT_FOUND),
          Map.entry("auth_required", MeetingState.AUTH_REQUIRED),
          Map.entry("disconnected", MeetingState.DISCONNECTED));
  private static final Map<String, MediaSource.Kind> KINDS =
      Map.of("camera", MediaSource.Kind.CAMERA, "screen", MediaSource.Kind.SCREEN);

  private RoomSnapshot() {}

  /**
   * @throws BrowserException that names the field which is missing or wrong
   */
  static MeetingSnapshot read(String json) {
    PageJson room = PageJson.parse(json);
    String selfId = room.textOrNull("selfId");
    List<PageJson> people = room.list("participants");
    return new MeetingSnapshot(
        room.oneOf("state", STATES),
        room.textOrNull("words"),
        room.instantOrNull("admittedAt"),
        people.stream().map(person -> participant(person, selfId)).toList(),
        room.list("chat").stream().map(RoomSnapshot::message).toList(),
        room.list("captions").stream().map(RoomSnapshot::caption).toList(),
        people.stream()
            .filter(person -> !person.text("id").equals(selfId))
            .flatMap(person -> person.listOrEmpty("streams").stream().map(s -> source(person, s)))
            .toList(),
        room.listOrEmpty("permission").stream()
            .map(RoomSnapshot::permission)
            .findFirst()
            .orElse(null));
  }

  /** The same answer given twice has another time. */
  private static Permission permission(PageJson answer) {
    return new Permission(
        answer.text("requestId") + "/" + answer.instant("atMs").toEpochMilli(),
        answer.flag("granted"),
        answer.text("respondent"));
  }

  /** Somebody else may use the bot's name: only the id says which tile is its own. */
  private static Participant participant(PageJson person, @Nullable String selfId) {
    return new Participant(
        person.text("id"),
        person.text("name"),
        person.text("id").equals(selfId),
        person.flag("host"),
        person.flag("bot"),
        person.flag("speaking"));
  }

  private static ChatMessage message(PageJson line) {
    return new ChatMessage(
        line.text("id"),
        line.text("senderId"),
        line.text("sender"),
        line.instant("atMs"),
        line.text("text"));
  }

  private static Caption caption(PageJson line) {
    return new Caption(
        line.text("id"),
        line.text("speakerId"),
        line.text("speaker"),
        line.text("text"),
        line.instant("startMs"),
        line.instant("endMs"));
  }

  private static MediaSource source(PageJson person, PageJson stream) {
    return new MediaSource(stream.text("streamId"), person.text("id"), stream.oneOf("kind", KINDS));
  }
}
