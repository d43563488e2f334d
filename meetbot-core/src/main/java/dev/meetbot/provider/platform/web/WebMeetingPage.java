package dev.meetbot.provider.platform.web;

import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserPage;
import dev.meetbot.spi.meeting.MeetingPage;
import dev.meetbot.spi.meeting.MeetingSnapshot;
import dev.meetbot.spi.meeting.MeetingState;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A meeting on a page that is described by data. */
final class WebMeetingPage implements MeetingPage, Surveyed {
  private static final Logger LOG = System.getLogger(WebMeetingPage.class.getName());
  private static final Duration TEND_LIMIT = Duration.ofSeconds(5);
  private static final Duration ASK_LIMIT = Duration.ofSeconds(30);
  private static final Duration READ_LIMIT = Duration.ofSeconds(5);
  private static final Duration OPEN_LIMIT = Duration.ofSeconds(20);
  private static final Duration GLANCE = Duration.ofMillis(250);
  private static final Duration LEAVE_LIMIT = Duration.ofSeconds(3);

  private final BrowserPage page;
  private final PageReader reader;
  private final Hands hands;
  private final PlatformData data;
  private final Flow flow;
  private final Visitor visitor;
  private final InstantSource clock;
  private final StateMemory state = new StateMemory();
  private final Doings doings = new Doings();
  private final MarkNumbers marks = new MarkNumbers();
  private final PeopleMemory people;
  private final Map<String, Integer> matched = new TreeMap<>();
  private String name;
  private boolean asking;

  WebMeetingPage(
      BrowserPage page, String handle, PlatformData data, Visitor visitor, InstantSource clock) {
    this.page = page;
    this.reader = new PageReader(page, handle);
    this.hands = new Hands(page, reader, data.name("leave", "wake"));
    this.data = data;
    this.flow = data.flow();
    this.visitor = visitor;
    this.clock = clock;
    this.people = new PeopleMemory(placeholders(data));
    this.name = visitor.name();
  }

  private static Set<String> placeholders(PlatformData data) {
    String text = data.name("roster", "placeholders");
    return text == null ? Set.of() : data.phrases(text);
  }

  /**
   * Takes steps until one has asked, or the page says how it went. A page that offers nothing for
   * long has perhaps not come over the network whole, and is loaded once more.
   */
  @Override
  public void requestToJoin(String displayName) {
    name = displayName;
    asking = true;
    if (!ask()) {
      LOG.log(Level.DEBUG, "{0}: there was nothing to ask with, once more", data);
      reload();
      if (!ask()) {
        LOG.log(Level.DEBUG, "{0}: there was nothing to ask with", data);
      }
    }
  }

  private boolean ask() {
    Instant until = clock.instant().plus(ASK_LIMIT);
    while (clock.instant().isBefore(until)) {
      Optional<FlowStep> asked = work(until);
      if (asked.isPresent() || state.isFinal() || state.state() != MeetingState.PREJOIN) {
        return true;
      }
      reader.awaitChange(GLANCE, READ_LIMIT);
    }
    return false;
  }

  @Override
  public void tend() {
    if (asking) {
      work(clock.instant().plus(TEND_LIMIT));
    }
  }

  /**
   * Takes one step after the other while there are any.
   *
   * @return the step that asked to be let in, right after it; empty when there is nothing to do
   */
  private Optional<FlowStep> work(Instant until) {
    Set<String> notNow = new HashSet<>();
    while (clock.instant().isBefore(until)) {
      Reading reading = read(state.phase(), false, READ_LIMIT);
      Optional<FlowStep> next =
          state.isFinal()
              ? Optional.empty()
              : flow.next(
                  reading.open(), notNow, doings, !visitor.passcode().isEmpty(), clock.instant());
      if (next.isEmpty()) {
        return Optional.empty();
      }
      if (take(next.get())) {
        if (next.get().asks()) {
          return next;
        }
      } else {
        notNow.add(next.get().name());
      }
    }
    return Optional.empty();
  }

  private boolean take(FlowStep step) {
    boolean done =
        switch (step.act()) {
          case CLICK -> hands.click(target(step));
          case NAME -> hands.type(target(step), name);
          case PASSCODE -> hands.type(target(step), visitor.passcode());
          case PRESS -> press(step);
          case RELOAD -> reload();
        };
    if (done) {
      LOG.log(Level.DEBUG, "{0}: {1}", data.platform(), step.name());
      doings.note(step, clock.instant());
      if (step.act() == FlowStep.Act.PASSCODE) {
        state.passcodeGiven(clock.instant());
      }
    }
    return done;
  }

  private static String target(FlowStep step) {
    return String.valueOf(step.element());
  }

  private boolean press(FlowStep step) {
    hands.press(step.key());
    return true;
  }

  private boolean reload() {
    // The same address but for its fragment would not load anything.
    page.open(URI.create("about:blank"), OPEN_LIMIT);
    page.open(visitor.address(), OPEN_LIMIT);
    return true;
  }

  private Reading read(String phase, boolean settle, Duration timeout) {
    return read(phase, settle, List.of(), timeout);
  }

  private Reading read(String phase, boolean settle, List<String> elements, Duration timeout) {
    Reading reading = reader.read(asking, state, phase, settle, elements, timeout);
    Instant now = clock.instant();
    doings.on(reading.document(), now);
    state.take(reading, !visitor.passcode().isEmpty(), now);
    reading.matched().forEach(this::note);
    reading.problems().forEach(p -> LOG.log(Level.DEBUG, "{0}: {1}", data.platform(), p));
    return reading;
  }

  private void note(String element, int alternative) {
    Integer before = matched.put(element, alternative);
    if (before == null || before != alternative) {
      LOG.log(Level.DEBUG, "{0}: {1} by alternative {2}", data, element, alternative);
    }
  }

  @Override
  public Map<String, Integer> matched() {
    return Map.copyOf(matched);
  }

  @Override
  public List<ElementSurvey> survey(Duration timeout) {
    return reader.survey(timeout);
  }

  @Override
  public MeetingSnapshot snapshot(Duration timeout) {
    Reading reading = read(state.phase(), true, timeout);
    return new MeetingSnapshot(
        state.state(),
        reading.words(),
        state.admittedAt(),
        people.known(reading.participants(), name),
        reading.chat(),
        reading.captions(),
        reading.sources(),
        marks.with(reading),
        null);
  }

  /** By the platform's own script where it can, else by typing. */
  @Override
  public void sendChat(String text) {
    if (reader.sendOwn(text, READ_LIMIT)) {
      return;
    }
    String input = data.name("chat", "input");
    if (input == null) {
      throw new BrowserException(data.platform() + " has no chat");
    }
    Instant until = clock.instant().plus(TEND_LIMIT);
    boolean opened = false;
    while (clock.instant().isBefore(until)) {
      if (hands.type(input, text)) {
        send(data.name("chat", "send"));
        return;
      }
      String open = data.name("chat", "open");
      opened = opened || open != null && hands.click(open);
      reader.awaitChange(GLANCE, READ_LIMIT);
    }
    throw new BrowserException("the page shows no chat to write in");
  }

  private void send(@Nullable String button) {
    if (button == null || !hands.click(button)) {
      hands.press("Enter");
    }
  }

  @Override
  public void announceRecording(boolean on) {}

  @Override
  public boolean askRecordingPermission(String prompt) {
    return false;
  }

  @Override
  public boolean namesHosts() {
    return data.has("roster", "host") || data.flag("namesHosts");
  }

  /** By the page's own button, which lets the others know at once; then away from the page. */
  @Override
  public void leave() {
    String button = data.name("leave", "element");
    if (button != null && state.state() != MeetingState.LEFT && !state.isFinal()) {
      if (hands.click(button)) {
        confirm(data.name("leave", "confirm"));
      }
    }
    page.open(URI.create("about:blank"), OPEN_LIMIT);
  }

  private void confirm(@Nullable String button) {
    Instant until = clock.instant().plus(LEAVE_LIMIT);
    while (clock.instant().isBefore(until)) {
      Reading reading = read("", false, READ_LIMIT);
      if (state.isFinal() || reading.document().isEmpty()) {
        return;
      }
      if (button != null && hands.click(button)) {
        return;
      }
      reader.awaitChange(GLANCE, READ_LIMIT);
    }
  }
}
