package dev.meetbot.engine;

import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.browser.BrowserDriver;
import dev.meetbot.spi.meeting.MeetingPlatform;
import dev.meetbot.spi.meeting.TokenSource;
import dev.meetbot.spi.payment.PaymentNotices;
import dev.meetbot.spi.storage.StorageProvider;
import dev.meetbot.spi.webhook.WebhookTransport;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * Puts an engine together. The engine owns what it is given: closing it closes the providers. Not
 * thread-safe; builds once.
 */
public final class MeetbotEngineBuilder {
  @Nullable StorageProvider storage;
  @Nullable ArtifactStore artifacts;
  @Nullable BrowserDriver browser;
  @Nullable WebhookTransport webhooks;
  @Nullable PaymentNotices payments;
  byte @Nullable [] masterKey;
  final List<MeetingPlatform> platforms = new ArrayList<>();
  final List<TokenSource> tokens = new ArrayList<>();
  final List<EngineListener> listeners = new ArrayList<>();
  EngineSettings settings = EngineSettings.of(edit -> {});
  InstantSource clock = InstantSource.system();
  ThreadFactory threads = Thread::new;

  MeetbotEngineBuilder() {}

  /** Where jobs are kept; required. */
  public MeetbotEngineBuilder storage(StorageProvider provider) {
    storage = provider;
    return this;
  }

  /** Where recordings are kept; required. */
  public MeetbotEngineBuilder artifacts(ArtifactStore store) {
    artifacts = store;
    return this;
  }

  /** What starts browsers; required. */
  public MeetbotEngineBuilder browser(BrowserDriver driver) {
    browser = driver;
    return this;
  }

  /** A platform whose meetings bots may join; at least one is required. */
  public MeetbotEngineBuilder platform(MeetingPlatform platform) {
    platforms.add(platform);
    return this;
  }

  /** Where bots get what identifies them to platforms; each source is asked for every meeting. */
  public MeetbotEngineBuilder tokens(TokenSource source) {
    tokens.add(source);
    return this;
  }

  /** What sends webhooks; required. */
  public MeetbotEngineBuilder webhooks(WebhookTransport transport) {
    webhooks = transport;
    return this;
  }

  /** Who tells of payments; without it credit is not topped up. */
  public MeetbotEngineBuilder payments(PaymentNotices service) {
    payments = service;
    return this;
  }

  /** The 32 bytes under which stored secrets are sealed; required, and the same at every start. */
  public MeetbotEngineBuilder masterKey(byte[] key) {
    masterKey = key.clone();
    return this;
  }

  /** Settings instead of the defaults. */
  public MeetbotEngineBuilder settings(EngineSettings engineSettings) {
    settings = engineSettings;
    return this;
  }

  /** Somebody to be told of every stored change. */
  public MeetbotEngineBuilder listener(EngineListener listener) {
    listeners.add(listener);
    return this;
  }

  /** A clock instead of the system's. */
  public MeetbotEngineBuilder clock(InstantSource source) {
    clock = source;
    return this;
  }

  /**
   * What makes the threads of bots, timers and deliveries, such as a server's {@code
   * ManagedThreadFactory}. They get names of the engine's and become daemons. Browsers, recorders
   * and providers have threads of their own, which end with them.
   */
  public MeetbotEngineBuilder threads(ThreadFactory factory) {
    threads = factory;
    return this;
  }

  /**
   * The engine, not started yet; brings the storage's schema up to date.
   *
   * @throws IllegalStateException when something required is missing, or two platforms have one id
   */
  public MeetbotEngine build() {
    long ids = platforms.stream().map(MeetingPlatform::id).distinct().count();
    if (platforms.isEmpty() || ids < platforms.size()) {
      List<String> found = platforms.stream().map(MeetingPlatform::id).toList();
      throw new IllegalStateException("one platform or more, each with its own id; found " + found);
    }
    return new MeetbotEngine(new Wiring(this));
  }

  static <T> T required(@Nullable T part, String name) {
    if (part == null) {
      throw new IllegalStateException("the engine needs " + name);
    }
    return part;
  }
}
