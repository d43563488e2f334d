package dev.meetbot.spi.meeting;

/** How a platform's page receives what people say, which decides how it is taken apart. */
public enum AudioShape {
  /** A track of one's own for everybody. */
  OWN_TRACKS,
  /**
   * Fewer tracks than people; a track carries one person at a time and changes hands. The
   * contributing source (CSRC, RFC 3550) of each packet says whose it is.
   */
  SLOTS,
  /**
   * One track with everybody mixed; contributing sources name who is in it, where they are sent.
   */
  MIX,
  /** No tracks at all: the page decodes by itself and plays through Web Audio. */
  WEB_AUDIO
}
