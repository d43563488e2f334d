package dev.meetbot.engine.internal.capture;

/** Which kinds of tracks the page copies. */
record TapMode(boolean audio, boolean video, boolean tab) {
  static final TapMode OFF = new TapMode(false, false, false);

  static TapMode of(CapturePlan plan) {
    return new TapMode(plan.tapsAudio(), plan.tapsVideo(), plan.capturesTab());
  }

  String json() {
    return "{\"audio\":" + audio + ",\"video\":" + video + ",\"tab\":" + tab + "}";
  }
}
