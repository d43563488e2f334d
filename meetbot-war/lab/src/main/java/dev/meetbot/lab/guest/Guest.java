package dev.meetbot.lab.guest;

import com.microsoft.playwright.Page;
import dev.meetbot.lab.truth.SentSample;
import dev.meetbot.lab.truth.Span;
import dev.meetbot.lab.truth.Speech;
import dev.meetbot.lab.truth.Voice;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A person in the built-in meeting room, in a Chromium of their own, who acts by the page's own
 * buttons. Any thread may call; every act waits until the page took it. Acts that find their button
 * missing fail after 15 s with Playwright's error.
 */
public final class Guest implements AutoCloseable {
  /** The page's own view, and whom the host's page shows at the door. */
  private static final String VIEW =
      """
      {...window.meetbotRoom?.snapshot(),
        waiting: [...document.querySelectorAll('[data-admit]')].map((button) => ({
          id: button.dataset.admit,
          name: (button.getAttribute('aria-label') ?? '').replace(/^\\S+ /, '')}))}
      """;

  private final Voice voice;
  private final GuestBrowser browser;

  private Guest(Voice voice, GuestBrowser browser) {
    this.voice = voice;
    this.browser = browser;
  }

  /** Opens the room's page; the guest is not in the call before {@link #join}. */
  public static Guest open(Voice voice, URI roomUrl) {
    GuestBrowser browser = GuestBrowser.start(voice.name(), script(voice));
    try {
      browser.act(page -> page.navigate(roomUrl.toString()));
      return new Guest(voice, browser);
    } catch (RuntimeException e) {
      browser.close();
      throw e;
    }
  }

  static String script(Voice voice) {
    try (InputStream in = Guest.class.getResourceAsStream("guest.js")) {
      if (in == null) {
        throw new IllegalStateException("guest.js is missing in the jar");
      }
      String config =
          Json.createObjectBuilder()
              .add("name", voice.name())
              .add("hz", voice.hz())
              .add("hue", voice.hue())
              .build()
              .toString();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8) + "(" + config + ");";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Voice voice() {
    return voice;
  }

  /** Asks to join under the voice's name; the first one in a room becomes its host at once. */
  public void join() {
    browser.act(
        page -> {
          page.fill("#display-name", voice.name());
          page.click("#join");
        });
  }

  /** Waits until the guest is in the call. */
  public void awaitInCall(Duration patience) {
    await("in_call", room -> room.state().equals("in_call"), patience);
  }

  /** Waits until somebody of that name asks at the door; the host's page must show it. */
  public RoomView awaitWaiting(String name, Duration patience) {
    return await(name + " waiting", room -> room.waitingId(name).isPresent(), patience);
  }

  /** Lets the waiting person of that name in, by the host's button. */
  public void admit(String name) {
    String id = waiting(name);
    browser.act(page -> page.click("[data-admit=\"" + id + "\"]"));
  }

  /** Refuses the waiting person of that name. */
  public void deny(String name) {
    String id = waiting(name);
    browser.act(page -> page.click("[data-deny=\"" + id + "\"]"));
  }

  /** Throws the participant of that name out. */
  public void remove(String name) {
    String id = room().participantId(name).orElseThrow(() -> absent(name));
    browser.act(
        page -> {
          page.click("#tab-people");
          page.click("[data-remove=\"" + id + "\"]");
          page.click("#tab-chat");
        });
  }

  private String waiting(String name) {
    return awaitWaiting(name, Duration.ofSeconds(30))
        .waitingId(name)
        .orElseThrow(() -> absent(name));
  }

  private static IllegalStateException absent(String name) {
    return new IllegalStateException("nobody is called " + name);
  }

  /** Writes into the chat. */
  public void say(String text) {
    browser.act(
        page -> {
          page.fill("#chat-input", text);
          page.click("#chat-send");
        });
  }

  /** Shows a caption under the own name. */
  public void caption(String text) {
    browser.act(
        page -> {
          page.fill("#caption-input", text);
          page.click("#caption-send");
        });
  }

  /** Starts sharing the screen, or stops when it is shared. */
  public void toggleScreen() {
    click("#screen");
  }

  public void toggleMicrophone() {
    click("#mic-toggle");
  }

  public void toggleCamera() {
    click("#camera-toggle");
  }

  public void allowRecording() {
    click("#allow-recording");
  }

  public void denyRecording() {
    click("#deny-recording");
  }

  /** Takes back the permission to record, by the host's button. */
  public void withdrawRecording() {
    click("#withdraw-recording");
  }

  /** Gives the permission again after it was refused or taken back. */
  public void allowRecordingAgain() {
    click("#allow-recording-again");
  }

  /** Leaves the call; the page stays open. */
  public void leave() {
    click("#leave");
  }

  /** Ends the call for everybody, by the host's button. */
  public void endForAll() {
    click("#end-call");
  }

  private void click(String selector) {
    browser.act(page -> page.click(selector));
  }

  /**
   * Speaks in these spans of wall clock time (epoch ms) from now on, instead of what was told
   * before; a later call takes the place of this one.
   */
  public void speak(List<Span> spans) {
    StringBuilder list = new StringBuilder("[");
    for (Span span : spans) {
      list.append(list.length() > 1 ? "," : "")
          .append(String.format(Locale.ROOT, "[%.0f,%.0f]", span.startMs(), span.endMs()));
    }
    String json = list.append("]").toString();
    browser.act(page -> page.evaluate("spans => labGuest.follow(JSON.parse(spans))", json));
  }

  /** What the guest really said so far, in epoch ms; a turn that still goes on ends now. */
  public Speech speech() {
    return PageLog.speech(voice, browser.call(page -> text(page, "labGuest.truth()")));
  }

  /** The counters of the connection to a participant, one sample a second since it stands. */
  public List<SentSample> sentTo(String participantId) {
    return PageLog.sent(browser.call(page -> text(page, "labGuest.sent()")), participantId);
  }

  /** The page's own view of the room. */
  public RoomView room() {
    return new RoomView(PageLog.object(browser.call(page -> text(page, VIEW))));
  }

  /** Evaluates an expression in the page to JSON; for what has no act of its own. */
  public JsonObject evaluate(String expression) {
    return PageLog.object(browser.call(page -> text(page, expression)));
  }

  private static String text(Page page, String expression) {
    return (String) page.evaluate("async () => JSON.stringify(await (" + expression + "))");
  }

  /**
   * Waits until the page's view of the room meets a condition.
   *
   * @throws IllegalStateException after the patience, with the last view
   */
  public RoomView await(String what, Predicate<RoomView> condition, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      RoomView view = room();
      if (condition.test(view)) {
        return view;
      }
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            voice.name() + " waited " + patience + " for " + what + ": " + view.json());
      }
      browser.act(page -> page.waitForTimeout(50));
    }
  }

  /** Saves a picture of the page as a person would see it. */
  public void screenshot(Path file) {
    browser.act(
        page -> {
          page.evaluate("labGuest.showPictures(true)");
          page.waitForTimeout(1000); // the next frames of everybody
          page.screenshot(new Page.ScreenshotOptions().setPath(file));
          page.evaluate("labGuest.showPictures(false)");
        });
  }

  /** Closes the browser as somebody who shuts the laptop; a second call does nothing. */
  @Override
  public void close() {
    browser.close();
  }
}
