package dev.meetbot.tck;

import dev.meetbot.spi.browser.BrowserGoneException;
import dev.meetbot.spi.browser.BrowserSession;
import dev.meetbot.spi.browser.PageTimeoutException;
import dev.meetbot.spi.browser.PageUnreachableException;
import dev.meetbot.spi.meeting.MeetingPage;
import dev.meetbot.spi.meeting.MeetingPlatform;
import dev.meetbot.spi.meeting.MeetingSnapshot;
import dev.meetbot.spi.meeting.MeetingState;
import dev.meetbot.spi.meeting.MeetingUrl;
import dev.meetbot.spi.meeting.Visit;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A platform with one meeting that does what a test says. Its URLs are {@code
 * https://meeting.example/...}. Thread-safe; acts of bots are written down in {@link #acts}.
 */
public final class FakeMeeting implements MeetingPlatform {
  public static final String ID = "fake";

  private final List<String> acts = new CopyOnWriteArrayList<>();
  private final List<Visit> visits = new CopyOnWriteArrayList<>();
  private final AtomicLong looks = new AtomicLong();
  private volatile CountDownLatch chatGate = new CountDownLatch(0);
  private volatile boolean dialog;
  private volatile boolean hosts = true;
  private volatile boolean reachable = true;
  private volatile Supplier<MeetingSnapshot> view =
      () -> MeetingSnapshot.of(MeetingState.WAITING_ROOM);

  /** From now on the page shows this. */
  public void show(MeetingSnapshot snapshot) {
    view = () -> snapshot;
  }

  /** From now on the page shows this state and nothing else. */
  public void show(MeetingState state) {
    show(MeetingSnapshot.of(state));
  }

  /** From now on the page shows what the supplier gives. */
  public void show(Supplier<MeetingSnapshot> snapshots) {
    view = snapshots;
  }

  /** What bots brought to the door, in order. */
  public List<Visit> visits() {
    return List.copyOf(visits);
  }

  /** From now on the page does not answer. */
  public void freeze() {
    view =
        () -> {
          throw new PageTimeoutException("no answer");
        };
  }

  /** From now on the browser is dead. */
  public void crash() {
    view =
        () -> {
          throw new BrowserGoneException("the browser has ended");
        };
  }

  /** From now on no network leads to the page. */
  public void cutOff() {
    reachable = false;
  }

  /** How often bots looked at the page. */
  public long looks() {
    return looks.get();
  }

  /** Messages wait, and so does whoever sends them, until {@link #letChatThrough}. */
  public void holdChat() {
    chatGate = new CountDownLatch(1);
  }

  /** Messages go out again. */
  public void letChatThrough() {
    chatGate.countDown();
  }

  /** From now on there is a dialog by which the host is asked. */
  public void haveDialog() {
    dialog = true;
  }

  /** From now on nobody can tell who is the host. */
  public void nameNoHosts() {
    hosts = false;
  }

  /**
   * What bots did, in order: {@code join NAME}, {@code chat TEXT}, {@code recording BOOL}, {@code
   * ask PROMPT}, {@code leave}.
   */
  public List<String> acts() {
    return List.copyOf(acts);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Optional<MeetingUrl> parse(URI url) {
    return "meeting.example".equals(url.getHost())
        ? Optional.of(new MeetingUrl(ID, url, url.getPath()))
        : Optional.empty();
  }

  @Override
  public MeetingPage open(BrowserSession session, Visit visit) {
    visits.add(visit);
    if (!reachable) {
      throw new PageUnreachableException("the connection was reset");
    }
    session.page().open(visit.url().url(), Duration.ofSeconds(5));
    return new Page();
  }

  private final class Page implements MeetingPage {
    @Override
    public void requestToJoin(String displayName) {
      acts.add("join " + displayName);
    }

    @Override
    public MeetingSnapshot snapshot(Duration timeout) {
      MeetingSnapshot seen = view.get();
      looks.incrementAndGet();
      return seen;
    }

    @Override
    public void sendChat(String text) {
      try {
        chatGate.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new PageTimeoutException("interrupted");
      }
      acts.add("chat " + text);
    }

    @Override
    public void announceRecording(boolean on) {
      acts.add("recording " + on);
    }

    @Override
    public boolean askRecordingPermission(String prompt) {
      if (dialog) {
        acts.add("ask " + prompt);
      }
      return dialog;
    }

    @Override
    public boolean namesHosts() {
      return hosts;
    }

    @Override
    public void leave() {
      acts.add("leave");
    }
  }
}
