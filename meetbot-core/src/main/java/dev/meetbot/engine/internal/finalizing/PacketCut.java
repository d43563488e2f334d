package dev.meetbot.engine.internal.finalizing;

import java.util.List;

/**
 * Parts of a tapped track.
 *
 * @param spans on the recording's line
 */
record PacketCut(TrackScan scan, List<Span> spans) {
  PacketCut {
    spans = List.copyOf(Span.joined(spans, 0));
  }

  /** All of it. */
  static PacketCut all(TrackScan scan) {
    return new PacketCut(scan, List.of(Spans.EVER));
  }

  /** When there can be packets. */
  List<Span> active() {
    return Spans.and(scan.active(), spans);
  }
}
