package dev.meetbot.sdk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;

/** The body of an answer: all of it at hand, or coming. */
record Payload(byte[] bytes, InputStream stream) {
  static Payload of(byte[] bytes) {
    return new Payload(bytes, InputStream.nullInputStream());
  }

  /** Waits for the whole body. */
  static BodyHandler<Payload> whole() {
    return info -> BodySubscribers.mapping(BodySubscribers.ofByteArray(), Payload::of);
  }

  /** Hands the body of a success over while it comes; an error's is read whole. */
  static BodyHandler<Payload> coming() {
    return info ->
        info.statusCode() == 200
            ? BodySubscribers.mapping(
                BodySubscribers.ofInputStream(), stream -> new Payload(new byte[0], stream))
            : whole().apply(info);
  }

  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Nobody wants it any more. */
  void discard() {
    try {
      stream.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
