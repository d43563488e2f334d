package dev.meetbot.provider.platform.web;

import jakarta.json.Json;

/** The script that runs in every document of a meeting before the document's own. */
final class ReaderScript {
  private ReaderScript() {}

  /**
   * @param handle name of the hidden property by which the reader is asked
   * @param own the platform's own script; empty when it has none
   */
  static String of(String handle, PlatformData data, boolean painted, String own) {
    return "(() => {\nif (window["
        + Json.createValue(handle)
        + "]) { return; }\nconst CONFIG = {handle: "
        + Json.createValue(handle)
        + ", data: "
        + data.json()
        + ", painted: "
        + painted
        + ", document: crypto.getRandomValues(new Uint32Array(2)).join('-')};\n"
        + WebResource.text(ReaderScript.class, "finder.js")
        + WebResource.text(ReaderScript.class, "aim.js")
        + WebResource.text(ReaderScript.class, "people.js")
        + WebResource.text(ReaderScript.class, "state.js")
        + WebResource.text(ReaderScript.class, "reader.js")
        + WebResource.text(ReaderScript.class, "hooks.js")
        + "try { (meetbot => {\n"
        + own
        + "\n})(api); } catch (e) { problem(e); }\n})();";
  }
}
