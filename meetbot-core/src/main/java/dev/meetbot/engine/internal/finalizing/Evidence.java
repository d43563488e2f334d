package dev.meetbot.engine.internal.finalizing;

import java.util.List;

/** What can say who spoke, the most trustworthy first. */
enum Evidence {
  /** The loudness of a track of one's own. */
  OWN_TRACK("rtp_audio_level", 0.98),
  /** The contributing source of the packets. */
  CONTRIBUTING("csrc", 0.95),
  /** The platform's own data. */
  DATA_CHANNEL("data_channel", 0.9),
  /** The platform names one person at a time, who stays named in silence. */
  ACTIVE_SPEAKER("active_speaker", 0.8),
  /** A tile that lit up. */
  HIGHLIGHT("page_highlight", 0.7),
  /** What the platform wrote down. */
  CAPTIONS("captions", 0.6);

  /** What the page shows, as against what is in the sound itself. */
  static final List<Evidence> SHOWN = List.of(DATA_CHANNEL, ACTIVE_SPEAKER, HIGHLIGHT, CAPTIONS);

  private final String wireName;
  private final double confidence;

  Evidence(String wireName, double confidence) {
    this.wireName = wireName;
    this.confidence = confidence;
  }

  String wireName() {
    return wireName;
  }

  /** From 0 to 1, that the name is right. */
  double confidence() {
    return confidence;
  }

  /** By the log's word for where a mark is from; a page's highlight has none in older logs. */
  static Evidence ofHint(String source) {
    return switch (source) {
      case "data_channel" -> DATA_CHANNEL;
      case "active_speaker" -> ACTIVE_SPEAKER;
      default -> HIGHLIGHT;
    };
  }
}
