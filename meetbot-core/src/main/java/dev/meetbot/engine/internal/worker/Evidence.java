package dev.meetbot.engine.internal.worker;

import dev.meetbot.engine.internal.lifecycle.Trigger;
import dev.meetbot.model.Job;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ArtifactWriter;
import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserPage;
import dev.meetbot.spi.browser.BrowserSession;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a fault looked like: screenshot, the page itself and its text, what its console said, which
 * alternatives matched, how far the bot got when, and the reason; without passcodes and tokens.
 * Kept with the job.
 */
record Evidence(ArtifactStore artifacts, ArtifactKey prefix, Journal journal, Masked masked) {
  private static final Logger LOG = System.getLogger(Evidence.class.getName());
  private static final Duration LIMIT = Duration.ofSeconds(3);
  private static final String PAGE_TEXT =
      "() => ({title: document.title, text: document.body?.innerText?.slice(0, 20000) ?? ''})";

  /** Where a job's evidence lies; that of further attempts has folders of its own. */
  static ArtifactKey prefix(Job job) {
    ArtifactKey folder =
        new ArtifactKey(job.tenant().value()).resolve(job.id().value()).resolve("evidence");
    int attempt = job.progress().attempt();
    return attempt <= 1 ? folder : folder.resolve("attempt-" + attempt);
  }

  /**
   * Keeps what can be had; what cannot be had is left out.
   *
   * @param matched which alternative of each page element was found
   * @param answering whether the page still answers; a dead one is not asked
   */
  void collect(
      BrowserSession session, Trigger trigger, Map<String, Integer> matched, boolean answering) {
    JsonObjectBuilder facts = Json.createObjectBuilder();
    journal.reached("evidence");
    facts.add("timings", journal.toJson());
    JsonObjectBuilder elements = Json.createObjectBuilder();
    new TreeMap<>(matched).forEach(elements::add);
    facts.add("matchedAlternatives", elements);
    facts.add("consoleErrors", Json.createArrayBuilder(session.page().consoleErrors()));
    if (trigger.failure() != null) {
      facts.add("failureCode", trigger.failure().code().wireName());
      facts.add("failureDetail", trigger.failure().detail());
    }
    if (answering) {
      look(session.page(), facts);
    }
    String text = masked.in(facts.build().toString());
    byte[] json = text.getBytes(StandardCharsets.UTF_8);
    store("page.json", "application/json", json);
  }

  private void look(BrowserPage page, JsonObjectBuilder facts) {
    try {
      store("screenshot.png", "image/png", page.screenshot(LIMIT));
      try (JsonReader reader =
          Json.createReader(new StringReader(page.evaluate(PAGE_TEXT, "null", LIMIT)))) {
        facts.add("page", reader.readValue());
      }
      store("page.mhtml", "multipart/related", masked.inArchive(page.archive(LIMIT)));
    } catch (BrowserException e) {
      facts.add("pageError", String.valueOf(e.getMessage()));
    }
  }

  private void store(String name, String mediaType, byte[] bytes) {
    try (ArtifactWriter writer = artifacts.open(prefix.resolve(name), mediaType)) {
      writer.append(bytes);
      writer.commit();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "evidence could not be stored: {0}", e.getMessage());
    }
  }
}
