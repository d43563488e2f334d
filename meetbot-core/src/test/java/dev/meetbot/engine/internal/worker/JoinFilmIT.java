package dev.meetbot.engine.internal.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.provider.file.FileArtifactStore;
import dev.meetbot.provider.playwright.PlaywrightDriver;
import dev.meetbot.provider.playwright.PlaywrightSettings;
import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ByteRange;
import dev.meetbot.spi.browser.BrowserOptions;
import dev.meetbot.spi.browser.BrowserSession;
import dev.meetbot.tck.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinFilmIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final ArtifactKey FOLDER = new ArtifactKey("t/j/evidence");

  @TempDir Path dir;

  @Test
  void the_way_in_is_filmed_as_long_as_something_moves() throws Exception {
    Path page = Files.writeString(dir.resolve("page.html"), "<h1>0</h1>");
    FileArtifactStore store = new FileArtifactStore(dir.resolve("store"), 0);
    Path film = dir.resolve("copy.mkv");
    try (PlaywrightDriver driver = new PlaywrightDriver(PlaywrightSettings.find());
        BrowserSession session = driver.launch(BrowserOptions.DEFAULTS)) {
      session.page().open(URI.create(page.toUri().toString()), PATIENCE);
      JoinFilm filming =
          JoinFilm.start(session, store, FOLDER, InstantSource.system()).orElseThrow();
      session
          .page()
          .evaluate(
              "() => { setInterval(() => { document.querySelector('h1').textContent++; }, 50); }",
              "null",
              PATIENCE);
      Await.until("a second is filmed", PATIENCE, () -> frames(store, film) >= 5);
      filming.close();
      assertThat(frames(store, film)).isBetween(5, 60);
      assertThat(probe(film, "stream=codec_name,width,height")).isEqualTo("mjpeg,1280,720");
    }
  }

  private static int frames(ArtifactStore store, Path copy) {
    try {
      Optional<ArtifactContent> film = store.read(FOLDER.resolve("join.mkv"), ByteRange.ALL);
      if (film.isEmpty()) {
        return 0;
      }
      try (ArtifactContent content = film.get()) {
        Files.write(copy, content.stream().readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String packets = probe(copy, "packet=pts_time");
    return packets.isBlank() ? 0 : packets.split("\n").length;
  }

  private static String probe(Path film, String entries) {
    try {
      Process process =
          new ProcessBuilder(
                  "ffprobe",
                  "-v",
                  "error",
                  "-show_entries",
                  entries,
                  "-of",
                  "csv=p=0",
                  film.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      return new String(process.getInputStream().readAllBytes()).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
