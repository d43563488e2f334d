package dev.meetbot.engine.internal.worker;

import dev.meetbot.engine.internal.lifecycle.Trigger;
import dev.meetbot.model.Job;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ArtifactWriter;
import dev.meetbot.spi.browser.BrowserException;
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

/** What a fault looked like: screenshot, the page's text, and the reason, kept with the job. */
record Evidence(ArtifactStore artifacts, ArtifactKey prefix) {
  private static final Logger LOG = System.getLogger(Evidence.class.getName());
  private static final Duration LIMIT = Duration.ofSeconds(3);
  private static final String PAGE_TEXT =
      "() => ({title: document.title, text: document.body?.innerText?.slice(0, 20000) ?? ''})";

  /** Where a job's evidence lies. */
  static ArtifactKey prefix(Job job) {
    return new ArtifactKey(job.tenant().value()).resolve(job.id().value()).resolve("evidence");
  }

  /**
   * Keeps what can be had; what cannot be had is left out.
   *
   * @param answering whether the page still answers; a dead one is not asked
   */
  void collect(BrowserSession session, Trigger trigger, boolean answering) {
    JsonObjectBuilder facts = Json.createObjectBuilder();
    if (trigger.failure() != null) {
      facts.add("failureCode", trigger.failure().code().wireName());
      facts.add("failureDetail", trigger.failure().detail());
    }
    if (answering) {
      try {
        store("screenshot.png", "image/png", session.page().screenshot(LIMIT));
        String page = session.page().evaluate(PAGE_TEXT, "null", LIMIT);
        try (JsonReader reader = Json.createReader(new StringReader(page))) {
          facts.add("page", reader.readValue());
        }
      } catch (BrowserException e) {
        facts.add("pageError", String.valueOf(e.getMessage()));
      }
    }
    byte[] json = facts.build().toString().getBytes(StandardCharsets.UTF_8);
    store("page.json", "application/json", json);
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
