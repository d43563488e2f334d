package dev.meetbot.engine.internal.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The script that is run in every document before the document's own. */
final class TapScript {
  private TapScript() {}

  /**
   * @param handle name of the hidden property by which the tap is told what to do
   * @param binding name of the function that takes what it sends
   * @param wanted what is copied from the first moment on
   * @param webAudio whether what the page plays through Web Audio is recorded
   */
  static String of(String handle, String binding, TapMode wanted, boolean webAudio) {
    return "(() => {\nconst CONFIG = {handle: '"
        + handle
        + "', binding: '"
        + binding
        + "', wanted: "
        + wanted.json()
        + ", webAudio: "
        + webAudio
        + "};\n"
        + resource("framer.js")
        + resource("tap-worker.js")
        + resource("tap.js")
        + resource("tap-early.js")
        + resource("web-audio.js")
        + "})();";
  }

  private static String resource(String name) {
    try (InputStream in = TapScript.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
