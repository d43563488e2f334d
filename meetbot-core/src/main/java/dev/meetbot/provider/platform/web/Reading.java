package dev.meetbot.provider.platform.web;

import dev.meetbot.spi.meeting.MeetingSnapshot.Caption;
import dev.meetbot.spi.meeting.MeetingSnapshot.ChatMessage;
import dev.meetbot.spi.meeting.MeetingSnapshot.MediaSource;
import dev.meetbot.spi.meeting.MeetingSnapshot.Participant;
import dev.meetbot.spi.meeting.MeetingState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a page said in one reading. Pure functions of its JSON. */
record Reading(LooseJson json) {
  private static final Map<String, MeetingState> STATES =
      Stream.of(MeetingState.values()).collect(Collectors.toMap(Enum::name, state -> state));

  /** Where the page is; empty when it was not there to ask. */
  String document() {
    return json.text("document");
  }

  /** What the page says by itself; null when it shows nothing that is known. */
  @Nullable MeetingState state() {
    return STATES.get(json.text("state"));
  }

  @Nullable String words() {
    return json.textOrNull("words");
  }

  /** Since when the page has shown the call; empty when it does not. */
  Optional<Instant> inCallSince() {
    return Optional.of(json.number("inCallSince")).filter(at -> at > 0).map(Instant::ofEpochMilli);
  }

  /** Names of the steps whose conditions hold. */
  Set<String> open() {
    return Set.copyOf(json.texts("open"));
  }

  /** Of the elements that were asked for, those that are there. */
  Set<String> present() {
    return Set.copyOf(json.texts("present"));
  }

  Map<String, Integer> matched() {
    LooseJson matched = json.part("matched");
    Map<String, Integer> result = new TreeMap<>();
    matched.object().keySet().forEach(name -> result.put(name, (int) matched.number(name)));
    return result;
  }

  /** What went wrong in the page's own script. */
  List<String> problems() {
    return json.texts("problems");
  }

  List<LooseJson> marks(String kind) {
    return json.list(kind);
  }

  List<Participant> participants() {
    String selfId = json.text("selfId");
    return json.list("participants").stream()
        .filter(person -> !person.text("id").isEmpty())
        .map(
            person ->
                new Participant(
                    person.text("id"),
                    person.text("name").strip(),
                    person.flag("self") || person.text("id").equals(selfId),
                    person.flag("host"),
                    person.flag("bot"),
                    person.flag("speaking")))
        .toList();
  }

  List<ChatMessage> chat() {
    return json.list("chat").stream()
        .filter(line -> !line.text("id").isEmpty())
        .map(
            line ->
                new ChatMessage(
                    line.text("id"),
                    line.text("senderId"),
                    line.text("sender"),
                    Instant.ofEpochMilli(line.number("atMs")),
                    line.text("text")))
        .toList();
  }

  List<Caption> captions() {
    return json.list("captions").stream()
        .filter(line -> !line.text("id").isEmpty())
        .map(
            line ->
                new Caption(
                    line.text("id"),
                    line.text("speakerId"),
                    line.text("speaker"),
                    line.text("text"),
                    Instant.ofEpochMilli(line.number("startMs")),
                    Instant.ofEpochMilli(line.number("endMs"))))
        .toList();
  }

  /** A source is named by {@code streamId} or, within whatever stream it comes in, {@code csrc}. */
  List<MediaSource> sources() {
    return json.list("sources").stream()
        .filter(source -> !source.text("participantId").isEmpty())
        .map(
            source ->
                new MediaSource(
                    source.has("csrc")
                        ? MediaSource.contributing(source.number("csrc"))
                        : source.text("streamId"),
                    source.text("participantId"),
                    source.text("kind").equalsIgnoreCase("screen")
                        ? MediaSource.Kind.SCREEN
                        : MediaSource.Kind.CAMERA))
        .toList();
  }
}
