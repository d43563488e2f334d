package dev.meetbot.engine.internal.capture;

import jakarta.json.JsonObjectBuilder;

/**
 * What the page said of a track.
 *
 * @param kind audio, video or tab
 * @param method tap, media_recorder, web_audio or tab_capture
 * @param streamId empty when the track is in no stream
 * @param label the tap's own name for the track, empty when it gave none
 * @param mime of a browser-made file, else empty
 */
record TrackInfo(
    String kind, String method, String streamId, String trackId, String label, String mime) {
  static TrackInfo of(TapMessage message) {
    TrackInfo info =
        new TrackInfo(
            message.text("kind"),
            message.text("method"),
            message.first("streamIds"),
            message.text("trackId"),
            message.text("label"),
            message.text("mime"));
    boolean known =
        switch (info.method) {
          case "tap", "media_recorder" -> info.kind.equals("audio") || info.kind.equals("video");
          case "web_audio" -> info.kind.equals("audio");
          case "tab_capture" -> info.kind.equals("tab");
          default -> false;
        };
    if (!known) {
      throw new TapFormatException("a track of kind " + info.kind + " by " + info.method);
    }
    return info;
  }

  /** What the log says of a track that may be somebody's. */
  void tell(JsonObjectBuilder line) {
    line.add("streamId", streamId).add("trackId", trackId);
    if (!label.isEmpty()) {
      line.add("label", label);
    }
  }

  /** The same track, as far as it is one source's within it. */
  TrackInfo of(String source) {
    return new TrackInfo(kind, method, source, trackId, "", mime);
  }

  boolean video() {
    return !kind.equals("audio");
  }

  boolean tapped() {
    return method.equals("tap");
  }
}
