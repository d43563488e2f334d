package dev.meetbot.engine.internal.capture;

import dev.meetbot.engine.internal.capture.matroska.Codec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Joins frames of one timestamp, the spatial layers of a picture, into one. Pure; one thread. */
final class PictureJoiner {
  /** All frames of one timestamp; audio has one each. */
  record Picture(List<TimedFrame> layers) {
    Picture {
      layers = List.copyOf(layers);
    }

    double wallMs() {
      return layers.get(0).wallMs();
    }

    double receivedMs() {
      return layers.get(0).frame().receivedMs();
    }

    boolean key() {
      TapFrame lowest = layers.get(0).frame();
      return !lowest.video() || lowest.key();
    }

    int width() {
      return layers.get(layers.size() - 1).frame().width();
    }

    int height() {
      return layers.get(layers.size() - 1).frame().height();
    }

    double level() {
      return layers.get(0).frame().level();
    }

    /** Its contributing sources. */
    List<Long> sources() {
      return layers.get(0).frame().csrcs();
    }

    byte[] data(Codec codec) {
      return Superframe.join(codec, layers.stream().map(l -> l.frame().data()).toList());
    }
  }

  private final List<TimedFrame> open = new ArrayList<>();

  /** Takes the next frame in order; gives the picture that is complete by it. */
  Optional<Picture> add(TimedFrame frame, boolean video) {
    if (!video) {
      return Optional.of(new Picture(List.of(frame)));
    }
    Optional<Picture> complete =
        open.isEmpty() || open.get(0).rtp() == frame.rtp() ? Optional.empty() : flush();
    open.add(frame);
    return complete;
  }

  /** The picture that is under way. */
  Optional<Picture> flush() {
    if (open.isEmpty()) {
      return Optional.empty();
    }
    Picture picture = new Picture(open);
    open.clear();
    return Optional.of(picture);
  }
}
