package dev.meetbot.engine.internal.capture;

/**
 * What the page said of a track.
 *
 * @param kind audio, video or tab
 * @param method tap, media_recorder, web_audio or tab_capture
 * @param streamId empty when the track is in no stream
 * @param mime of a browser-made file, else empty
 */
record TrackInfo(String kind, String method, String streamId, String trackId, String mime) {
  static TrackInfo of(TapMessage message) {
    TrackInfo info =
        new TrackInfo(
            message.text("kind"),
            message.text("method"),
            message.first("streamIds"),
            message.text("trackId"),
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

  boolean video() {
    return !kind.equals("audio");
  }

  boolean tapped() {
    return method.equals("tap");
  }
}
