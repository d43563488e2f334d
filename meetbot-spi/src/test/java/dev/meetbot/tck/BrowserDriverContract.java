package dev.meetbot.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.meetbot.spi.browser.BrowserDriver;
import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserFilm;
import dev.meetbot.spi.browser.BrowserGoneException;
import dev.meetbot.spi.browser.BrowserOptions;
import dev.meetbot.spi.browser.BrowserPage;
import dev.meetbot.spi.browser.BrowserSession;
import dev.meetbot.spi.browser.PageTimeoutException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What every browser driver must do. */
// closing a session early is what some of these tests are about
@SuppressWarnings("try")
public interface BrowserDriverContract {
  Duration LONG = Duration.ofSeconds(15);
  Duration SHORT = Duration.ofMillis(700);

  String PAGE =
      """
      <!doctype html><title>Contract</title>
      <script>window.seenByPage = window.setByInit ?? 'nothing';</script>
      <input id="hidden" class="field" style="display:none"><input id="name" class="field" value="old">
      <button id="go" onclick="document.title = 'hello ' + document.getElementById('name').value">Go</button>
      <button id="never" style="display:none">Never</button>
      """;

  /** The driver under test, the same for all tests of a class or a new one. */
  BrowserDriver driver();

  @Test
  default void it_says_that_browsers_can_be_started() {
    assertThat(driver().health().ready()).as(driver().health().detail()).isTrue();
    assertThat(driver().health().detail()).isNotBlank().doesNotContain("\n");
  }

  @Test
  default void an_init_script_runs_before_the_scripts_of_the_page() {
    try (PageServer server = new PageServer(PAGE);
        BrowserSession session = driver().launch(BrowserOptions.DEFAULTS)) {
      session.addInitScript("window.setByInit = 'init'");
      session.page().open(server.url(), LONG);
      assertThat(evaluate(session, "() => window.seenByPage")).isEqualTo("\"init\"");
    }
  }

  @Test
  default void a_strict_page_does_not_keep_out_init_scripts_exposed_functions_and_workers() {
    String policy = "default-src 'none'; script-src 'nonce-x'; require-trusted-types-for 'script'";
    try (PageServer server = new PageServer(PAGE, policy);
        BrowserSession session = driver().launch(BrowserOptions.DEFAULTS)) {
      Queue<String> heard = new ConcurrentLinkedQueue<>();
      session.expose("tell", heard::add);
      session.addInitScript("window.setByInit = 'init'");
      session.page().open(server.url(), LONG);
      assertThat(evaluate(session, "() => window.setByInit")).isEqualTo("\"init\"");
      String worker =
          """
          () => new Promise((resolve, reject) => {
            const url = URL.createObjectURL(new Blob(['postMessage("from the worker")']));
            const worker = new Worker(url);
            worker.onmessage = e => resolve(e.data);
            worker.onerror = e => reject(new Error('worker failed'));
          })
          """;
      assertThat(evaluate(session, worker)).isEqualTo("\"from the worker\"");
      evaluate(session, "() => window.tell('words')");
      assertThat(heard).containsExactly("words");
    }
  }

  @Test
  default void a_thousand_calls_at_once_arrive_in_order_and_whole() {
    try (PageServer server = new PageServer(PAGE);
        BrowserSession session = driver().launch(BrowserOptions.DEFAULTS)) {
      Queue<String> heard = new ConcurrentLinkedQueue<>();
      session.expose("deliver", heard::add);
      session.page().open(server.url(), LONG);
      evaluate(
          session,
          "() => { for (let i = 0; i < 1000; i++) window.deliver(i + ':' + 'x'.repeat(50000)); }");
      Await.until("all calls came", Duration.ofSeconds(60), () -> heard.size() == 1000);
      assertThat(heard.stream().map(text -> text.substring(0, text.indexOf(':'))))
          .containsExactlyElementsOf(IntStream.range(0, 1000).mapToObj(Integer::toString).toList());
      assertThat(heard).allMatch(text -> text.length() == text.indexOf(':') + 50001);
    }
  }

  @Test
  default void calls_from_the_page_arrive_while_nobody_uses_the_session() {
    try (PageServer server = new PageServer(PAGE);
        BrowserSession session = driver().launch(BrowserOptions.DEFAULTS)) {
      Queue<Long> delaysMillis = new ConcurrentLinkedQueue<>();
      session.expose(
          "sentAt", text -> delaysMillis.add(System.currentTimeMillis() - Long.parseLong(text)));
      session.page().open(server.url(), LONG);
      evaluate(
          session,
          "() => { let n = 0; const t = setInterval(() =>"
              + " { window.sentAt('' + Date.now()); if (++n === 20) clearInterval(t); }, 50); }");
      Await.until("20 calls came", LONG, () -> delaysMillis.size() == 20);
      assertThat(delaysMillis.stream().sorted().toList().get(10)).isLessThan(250);
    }
  }

  @Test
  default void a_handler_that_throws_rejects_the_call_in_the_page() {
    try (PageServer server = new PageServer(PAGE);
        BrowserSession session = driver().launch(BrowserOptions.DEFAULTS)) {
      session.expose(
          "refuse",
          text -> {
            throw new IllegalStateException("no " + text);
          });
      session.page().open(server.url(), LONG);
      assertThat(evaluate(session, "() => window.refuse('x').catch(e => 'caught ' + e.message)"))
          .contains("caught")
          .contains("no x");
    }
  }

  @Test
  default void a_function_is_evaluated_with_its_argument() {
    try (PageServer server = new PageServer(PAGE);
        BrowserSession session = driver().launch(BrowserOptions.DEFAULTS)) {
      BrowserPage page = session.page();
      page.open(server.url(), LONG);
      assertThat(page.evaluate("x => x.a + x.b.length", "{\"a\":40,\"b\":[1,2]}", LONG))
          .isEqualTo("42");
      assertThat(
              page.evaluate("async x => { await null; return {got: x}; }", "\"é漢🙂\\u0000\"", LONG))
          .isEqualTo("{\"got\":\"é漢🙂\\u0000\"}");
      assertThat(page.evaluate("function (x) { return x; }", "null", LONG)).isEqualTo("null");
      assertThat(page.evaluate("() => undefined", "null", LONG)).isEqualTo("null");
      assertThat(page.evaluate("() => { /* a comment at the end */ } // here", "1", LONG))
          .isEqualTo("null");
    }
  }

  @Test
  default void a_function_that_throws_or_is_none_is_an_error_with_its_words() {
    try (PageServer server = new PageServer(PAGE);
        BrowserSession session = driver().launch(BrowserOptions.DEFAULTS)) {
      session.page().open(server.url(), LONG);
      assertThatThrownBy(() -> evaluate(session, "() => { throw new Error('it broke') }"))
          .isExactlyInstanceOf(BrowserException.class)
          .hasMessageContaining("it broke");
      assertThatThrownBy(() -> evaluate(session, "async () => { throw new Error('later') }"))
          .isExactlyInstanceOf(BrowserException.class)
          .hasMessageContaining("later");
      assertThatThrownBy(() -> evaluate(session, "() => {{{"))
          .isExactlyInstanceOf(BrowserException.class);
      assertThatThrownBy(() -> session.page().evaluate("x => x", "not json", LONG))
          .isExactlyInstanceOf(BrowserException.class);
    }
  }

  @Test
  default void it_types_and_clicks_where_something_is_visible() {
    try (PageServer server = new PageServer(PAGE);
        BrowserSession session = driver().launch(BrowserOptions.DEFAULTS)) {
      BrowserPage page = session.page();
      page.open(server.url(), LONG);
      page.fill(".field", "Zoë 漢", LONG);
      page.click("#go", LONG);
      assertThat(evaluate(session, "() => document.title")).isEqualTo("\"hello Zoë 漢\"");
      assertThatThrownBy(() -> page.click("#never", SHORT))
          .isInstanceOf(PageTimeoutException.class)
          .hasMessageContaining("#never");
      assertThatThrownBy(() -> page.fill("#nowhere", "x", SHORT))
          .isInstanceOf(PageTimeoutException.class);
    }
  }

  @Test
  default void it_clicks_and_types_at_a_point_also_in_a_frame() {
    String inner =
        "<input id=in value=old style='position:absolute;left:10px;top:10px;width:100px'"
            + " onmousemove='this.dataset.at = event.clientX'"
            + " onkeydown='if (event.key === \"Enter\") top.document.title = this.value +"
            + " event.isTrusted + this.dataset.at'>";
    String outer =
        "<iframe style='position:absolute;left:50px;top:40px;border:0' srcdoc=\""
            + inner.replace("\"", "&quot;")
            + "\"></iframe>";
    try (PageServer server = new PageServer(outer);
        BrowserSession session = driver().launch(BrowserOptions.DEFAULTS)) {
      BrowserPage page = session.page();
      page.open(server.url(), LONG);
      evaluate(
          session,
          "async () => { while (!frames[0]?.document.getElementById('in'))"
              + " await new Promise(requestAnimationFrame); }");
      page.clickAt(50 + 60, 40 + 18, LONG);
      page.type("Zoë 漢", LONG);
      page.moveTo(50 + 70, 40 + 18, LONG);
      page.press("Enter", LONG);
      assertThat(evaluate(session, "() => document.title")).isEqualTo("\"Zoë 漢true70\"");
    }
  }

  @Test
  default void it_moves_the_mouse() {
    String body =
        "<script>onmousemove = e => document.title = e.clientX + ' ' + e.clientY</script>";
    try (PageServer server = new PageServer(body);
        BrowserSession session = driver().launch(BrowserOptions.DEFAULTS)) {
      BrowserPage page = session.page();
      page.open(server.url(), LONG);
      page.moveTo(70, 30, LONG);
      assertThat(evaluate(session, "() => document.title")).isEqualTo("\"70 30\"");
    }
  }

  @Test
  default void a_signed_in_account_is_there_from_the_first_page_on() {
    try (PageServer server = new PageServer(PAGE)) {
      String state =
          "{\"cookies\": [{\"name\": \"who\", \"value\": \"bot\", \"domain\": \""
              + server.url().getHost()
              + "\", \"path\": \"/\", \"expires\": -1, \"httpOnly\": false, \"secure\":"
              + " false, \"sameSite\": \"Lax\"}], \"origins\": []}";
      try (BrowserSession session = driver().launch(BrowserOptions.DEFAULTS.withSignedIn(state))) {
        session.page().open(server.url(), LONG);
        assertThat(evaluate(session, "() => document.cookie")).isEqualTo("\"who=bot\"");
      }
    }
  }

  @Test
  default void a_screenshot_is_a_png_of_the_size_asked_for() {
    try (PageServer server = new PageServer(PAGE);
        BrowserSession session =
            driver().launch(new BrowserOptions(640, 480, "de-DE", false, false, null))) {
      session.page().open(server.url(), LONG);
      byte[] png = session.page().screenshot(LONG);
      assertThat(png).startsWith(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n');
      assertThat(evaluate(session, "() => [innerWidth, innerHeight, navigator.language]"))
          .isEqualTo("[640,480,\"de-DE\"]");
    }
  }

  @Test
  default void an_archive_holds_the_page_and_the_console_tells_its_errors() {
    String page =
        "<h1>Hello there</h1><script>console.error('it', 'broke'); undefinedThing();</script>";
    try (PageServer server = new PageServer(page);
        BrowserSession session = driver().launch(BrowserOptions.DEFAULTS)) {
      session.page().open(server.url(), LONG);
      assertThat(new String(session.page().archive(LONG), java.nio.charset.StandardCharsets.UTF_8))
          .contains("multipart/related")
          .contains("Hello there");
      assertThat(session.page().consoleErrors())
          .anySatisfy(line -> assertThat(line).contains("it broke"))
          .anySatisfy(line -> assertThat(line).contains("undefinedThing"));
    }
  }

  @Test
  default void a_film_shows_what_changes() throws Exception {
    try (PageServer server = new PageServer(PAGE);
        BrowserSession session = driver().launch(BrowserOptions.DEFAULTS)) {
      session.page().open(server.url(), LONG);
      try (BrowserFilm film = session.page().film(LONG)) {
        byte[] first = next(film);
        assertThat(first).startsWith(0xff, 0xd8);
        assertThat(isRed(first)).isFalse();
        evaluate(session, "() => { document.body.style.background = 'red'; }");
        // a browser may show the same thing twice before it shows the change
        Await.until("a picture shows the change", LONG, () -> isRed(next(film)));
      }
      assertThat(evaluate(session, "() => 1")).isEqualTo("1");
    }
  }

  @Test
  default void an_address_that_does_not_answer_is_an_error() {
    try (BrowserSession session = driver().launch(BrowserOptions.DEFAULTS)) {
      PageServer stopped = new PageServer(PAGE);
      URI nowhere = stopped.url();
      stopped.close();
      assertThatThrownBy(() -> session.page().open(nowhere, LONG))
          .isInstanceOf(BrowserException.class)
          .hasMessageContaining(nowhere.toString());
    }
  }

  @Test
  default void a_promise_that_never_comes_times_out_and_the_page_stays_usable() {
    try (PageServer server = new PageServer(PAGE);
        BrowserSession session = driver().launch(BrowserOptions.DEFAULTS)) {
      session.page().open(server.url(), LONG);
      assertThatThrownBy(
              () -> session.page().evaluate("() => new Promise(() => {})", "null", SHORT))
          .isInstanceOf(PageTimeoutException.class);
      assertThat(evaluate(session, "() => 'still here'")).isEqualTo("\"still here\"");
    }
  }

  @Test
  default void a_frozen_page_times_out_every_call_and_can_be_closed() {
    try (PageServer server = new PageServer(PAGE);
        BrowserSession session = driver().launch(BrowserOptions.DEFAULTS)) {
      BrowserPage page = session.page();
      page.open(server.url(), LONG);
      for (String act : List.of("() => { while (true); }", "() => 1")) {
        long start = System.nanoTime();
        assertThatThrownBy(() -> page.evaluate(act, "null", SHORT))
            .isInstanceOf(PageTimeoutException.class);
        assertThat(millisSince(start)).isBetween(SHORT.toMillis() - 50, SHORT.toMillis() + 1500);
      }
      assertThatThrownBy(() -> page.click("#go", SHORT)).isInstanceOf(PageTimeoutException.class);
      long start = System.nanoTime();
      session.close();
      assertThat(millisSince(start)).isLessThan(6000);
      assertThatThrownBy(() -> page.click("#go", SHORT)).isInstanceOf(BrowserGoneException.class);
    }
  }

  @Test
  default void a_killed_browser_fails_the_call_under_way_and_all_that_follow() {
    try (PageServer server = new PageServer(PAGE);
        BrowserSession session = driver().launch(BrowserOptions.DEFAULTS)) {
      assumeThat(session.processId()).isPresent();
      BrowserPage page = session.page();
      Queue<String> heard = new ConcurrentLinkedQueue<>();
      session.expose("started", heard::add);
      page.open(server.url(), LONG);
      CompletableFuture<String> underWay =
          CompletableFuture.supplyAsync(
              () ->
                  page.evaluate(
                      "() => { started('x'); return new Promise(() => {}); }", "null", LONG));
      Await.until("the call is under way", LONG, () -> !heard.isEmpty());
      long start = System.nanoTime();
      ProcessHandle.of(session.processId().getAsLong()).orElseThrow().destroyForcibly();
      assertThatThrownBy(() -> underWay.get(5, TimeUnit.SECONDS))
          .hasCauseInstanceOf(BrowserGoneException.class);
      assertThat(millisSince(start)).isLessThan(1000);
      assertThatThrownBy(() -> page.screenshot(LONG)).isInstanceOf(BrowserGoneException.class);
      assertThatThrownBy(() -> session.addInitScript("1")).isInstanceOf(BrowserGoneException.class);
    }
  }

  @Test
  default void a_browser_killed_while_idle_is_noticed_by_the_next_call() {
    try (BrowserSession session = driver().launch(BrowserOptions.DEFAULTS)) {
      assumeThat(session.processId()).isPresent();
      ProcessHandle.of(session.processId().getAsLong()).orElseThrow().destroyForcibly();
      assertThatThrownBy(() -> evaluate(session, "() => new Promise(() => {})"))
          .isInstanceOf(BrowserGoneException.class);
    }
  }

  @Test
  default void closing_fails_the_call_under_way_and_closing_again_does_nothing() {
    try (BrowserSession session = driver().launch(BrowserOptions.DEFAULTS)) {
      Queue<String> heard = new ConcurrentLinkedQueue<>();
      session.expose("started", heard::add);
      CompletableFuture<String> underWay =
          CompletableFuture.supplyAsync(
              () -> evaluate(session, "() => { started('x'); return new Promise(() => {}); }"));
      Await.until("the call is under way", LONG, () -> !heard.isEmpty());
      session.close();
      assertThatThrownBy(() -> underWay.get(5, TimeUnit.SECONDS))
          .hasCauseInstanceOf(BrowserGoneException.class);
      session.close();
      assertThatThrownBy(() -> evaluate(session, "() => 1"))
          .isInstanceOf(BrowserGoneException.class);
    }
  }

  @Test
  default void a_closed_session_leaves_no_process() {
    try (PageServer server = new PageServer(PAGE);
        BrowserSession session = driver().launch(BrowserOptions.DEFAULTS)) {
      assumeThat(session.processId()).isPresent();
      session.page().open(server.url(), LONG);
      ProcessHandle root = ProcessHandle.of(session.processId().getAsLong()).orElseThrow();
      List<ProcessHandle> family = Stream.concat(Stream.of(root), root.descendants()).toList();
      assertThat(family).hasSizeGreaterThan(1);
      session.close();
      Await.until(
          "all processes ended",
          Duration.ofSeconds(5),
          () -> family.stream().noneMatch(ProcessHandle::isAlive));
    }
  }

  @Test
  default void two_sessions_do_not_disturb_each_other() {
    try (PageServer server = new PageServer(PAGE);
        BrowserSession frozen = driver().launch(BrowserOptions.DEFAULTS);
        BrowserSession other = driver().launch(BrowserOptions.DEFAULTS)) {
      frozen.page().open(server.url(), LONG);
      other.page().open(server.url(), LONG);
      evaluate(other, "() => { localStorage.setItem('mine', '1'); document.cookie = 'a=b'; }");
      assertThat(evaluate(frozen, "() => [localStorage.getItem('mine'), document.cookie]"))
          .isEqualTo("[null,\"\"]");
      assertThatThrownBy(() -> frozen.page().evaluate("() => { while (true); }", "null", SHORT))
          .isInstanceOf(PageTimeoutException.class);
      assertThat(evaluate(other, "() => 1 + 1")).isEqualTo("2");
      frozen.close();
      assertThat(evaluate(other, "() => 2 + 2")).isEqualTo("4");
    }
  }

  private static String evaluate(BrowserSession session, String function) {
    return session.page().evaluate(function, "null", LONG);
  }

  private static long millisSince(long startNanos) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
  }

  private static byte[] next(BrowserFilm film) {
    java.util.concurrent.atomic.AtomicReference<byte[]> picture =
        new java.util.concurrent.atomic.AtomicReference<>();
    Await.until(
        "a picture comes",
        LONG,
        () -> {
          film.picture(LONG).ifPresent(picture::set);
          return picture.get() != null;
        });
    return picture.get();
  }

  /** Looks at the lower right corner, where the page has nothing but its background. */
  private static boolean isRed(byte[] jpeg) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
      Color corner = new Color(image.getRGB(image.getWidth() - 10, image.getHeight() - 10));
      return corner.getRed() > 200 && corner.getGreen() < 60 && corner.getBlue() < 60;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
