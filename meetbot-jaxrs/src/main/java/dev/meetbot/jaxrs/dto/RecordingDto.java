package dev.meetbot.jaxrs.dto;

import dev.meetbot.model.RecordingSpec;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/** What a job records, on the wire. */
@JsonbPropertyOrder({"audio", "video", "layout", "captions", "chat", "startOnJoin"})
public record RecordingDto(
    String audio,
    String video,
    String layout,
    boolean captions,
    boolean chat,
    boolean startOnJoin) {

  static RecordingDto from(RecordingSpec spec) {
    return new RecordingDto(
        spec.audio().wireName(),
        spec.video().wireName(),
        spec.layout().wireName(),
        spec.captions(),
        spec.chat(),
        spec.startOnJoin());
  }
}
