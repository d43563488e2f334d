package dev.meetbot.provider.s3;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An object with some bytes of an unfinished artifact. Pieces may overlap: the same bytes are first
 * sent by flushes, then together.
 *
 * @param name of the object
 * @param block whether it is part of the artifact to be; its end says nothing of a flush
 * @param start its first byte in the artifact
 * @param end behind its last byte; of a piece that is no block: all before it was flushed
 */
record Piece(
    String name, WriterId writer, boolean block, long start, long end, Instant modifiedAt) {
  private static final Pattern NAME = Pattern.compile("([^/]+)/([bf])(\\d{14})-(\\d{14})");

  /** Its name in the folder of its writer. */
  static String nameOf(boolean block, long start, long end) {
    return String.format("%s%014d-%014d", block ? "b" : "f", start, end);
  }

  /** Reads the name of an object; empty when it is no piece. */
  static Optional<Piece> parse(String name, Instant modifiedAt) {
    Matcher m = NAME.matcher(S3Names.inFolder(name));
    return m.matches()
        ? WriterId.parse(m.group(1))
            .map(
                writer ->
                    new Piece(
                        name,
                        writer,
                        m.group(2).equals("b"),
                        Long.parseLong(m.group(3)),
                        Long.parseLong(m.group(4)),
                        modifiedAt))
        : Optional.empty();
  }

  boolean holds(long position) {
    return start <= position && position < end;
  }
}
