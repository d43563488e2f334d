package dev.meetbot.engine.internal.capture.matroska;

import java.util.Locale;
import java.util.Optional;

/** How the packets of a track are coded, with its name in Matroska. */
public enum Codec {
  OPUS("A_OPUS", true),
  VP8("V_VP8", true),
  VP9("V_VP9", true),
  AV1("V_AV1", true),
  H264("V_MPEG4/ISO/AVC", false),
  MJPEG("V_MJPEG", false);

  private final String matroskaId;
  private final boolean webm;

  Codec(String matroskaId, boolean webm) {
    this.matroskaId = matroskaId;
    this.webm = webm;
  }

  /** The CodecID element. */
  public String matroskaId() {
    return matroskaId;
  }

  /** Whether a WebM file may hold it. */
  public boolean webm() {
    return webm;
  }

  /** The name in our logs: lower case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The codec of a WebRTC MIME type such as {@code video/VP8} or of our own name. */
  public static Optional<Codec> find(String mimeTypeOrName) {
    String name = mimeTypeOrName.substring(mimeTypeOrName.indexOf('/') + 1);
    for (Codec codec : values()) {
      if (codec.name().equalsIgnoreCase(name)) {
        return Optional.of(codec);
      }
    }
    return Optional.empty();
  }

  static Optional<Codec> ofMatroskaId(String id) {
    for (Codec codec : values()) {
      if (codec.matroskaId.equals(id)) {
        return Optional.of(codec);
      }
    }
    return Optional.empty();
  }
}
