package dev.meetbot.war.settings;

import dev.meetbot.engine.BillingSettings;
import dev.meetbot.engine.EngineSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The WAR's settings with their meaning; {@code docs/settings.md} explains each.
 *
 * @param host the address that the server listens on; a server that was not started by the launcher
 *     does not tell it, and the default is taken for it
 * @param publicUrl null when it follows from host, port and context path
 * @param firstKeyFile where the first key is written to instead of being printed
 * @param newOperatorKeyFile where a new operator key is written to when that file is not there
 * @param providers which one serves each plug point: a bundled one's id or a plugin's
 * @param retention how long after a job's end its files are kept; null for ever
 * @param plugins directory with the jars of plugins; null when there is none
 * @param meetingHosts authorities whose meetings may be addressed by http
 * @param entry how bots get in
 * @param roomHosts authorities, besides this server's own, whose {@code /room/} is our room
 */
public record WarSettings(
    Path data,
    String host,
    int port,
    @Nullable URI publicUrl,
    @Nullable Path firstKeyFile,
    @Nullable Path newOperatorKeyFile,
    Map<PlugPoint, String> providers,
    StorageSettings storage,
    RateLimit rateLimit,
    Capacity capacity,
    @Nullable Duration retention,
    int maxAttempts,
    Duration stagingLead,
    Duration dispatchTimeout,
    Duration drainTimeout,
    Browser browser,
    @Nullable Path plugins,
    String ffmpeg,
    Set<String> meetingHosts,
    Set<String> roomHosts,
    Platforms platforms,
    Webhooks webhooks,
    ArtifactSettings artifacts,
    Calendar calendar,
    EntrySettings entry,
    @Nullable Worker worker,
    Billing billing) {

  /** Requests per minute of a tenant and of an address without a key; 0 for any number. */
  public record RateLimit(int requestsPerMinute, int anonymousRequestsPerMinute) {}

  /** Where the browser is and what it may do; null paths are looked for. */
  public record Browser(
      @Nullable URI endpoint,
      @Nullable Path executable,
      @Nullable Path node,
      @Nullable Boolean sandbox,
      boolean loopbackMedia,
      List<String> arguments) {}

  /**
   * How the pages of other meeting products are known.
   *
   * @param directory of the operator's corrections to the platforms' data; null for none
   * @param jitsiHosts authorities of the Jitsi servers whose rooms bots may join
   */
  public record Platforms(@Nullable Path directory, Set<String> jitsiHosts) {}

  /**
   * How webhooks go out.
   *
   * @param allowPrivateTargets whether they may go to loopback and private addresses
   * @param allowedTargets hosts, addresses and blocks of addresses that they may go to besides the
   *     public Internet
   */
  public record Webhooks(
      boolean allowPrivateTargets,
      Set<String> allowedTargets,
      Duration timeout,
      List<Duration> retryDelays) {}

  /**
   * Whose bots run here, when this is no server of its own.
   *
   * @param server where its HTTP API is
   * @param key a worker key of it
   */
  public record Worker(URI server, String key) {
    @Override
    public String toString() {
      return "Worker[server=" + server + "]";
    }
  }

  /**
   * How invites become jobs.
   *
   * @param window how far ahead the instances of a series get theirs
   * @param zone of times for which nobody names one
   */
  public record Calendar(Duration window, ZoneId zone) {}

  /**
   * What recording costs, and who tells of payments.
   *
   * @param stripeSecret the signing secret of Stripe's webhooks; null for none. Never shown
   */
  public record Billing(BillingSettings prices, @Nullable String stripeSecret) {
    @Override
    public String toString() {
      return "Billing[" + prices + "]";
    }
  }

  private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+");
  private static final Duration LEAST_RETENTION = Duration.ofMinutes(1);
  private static final int MAX_REQUESTS = 1_000_000_000;
  private static final Set<String> JITSI_HOSTS = Set.of("meet.jit.si", "8x8.vc");

  /**
   * Texts to settings.
   *
   * @param defaultData the data directory when none was given
   * @throws SettingsException with every text that makes no sense
   */
  public static WarSettings read(Map<SettingKey, String> given, Path defaultData) {
    SettingTexts texts = new SettingTexts(given);
    EngineSettings engine = EngineSettings.of(draft -> {});
    Path chosen = texts.path(SettingKey.DATA);
    Path data = chosen == null ? defaultData : chosen;
    String host = or(texts.text(SettingKey.HOST), "127.0.0.1");
    Map<PlugPoint, String> providers = providers(given);
    WarSettings settings =
        new WarSettings(
            data,
            host,
            (int) texts.number(SettingKey.PORT, 8080, 1, 65535),
            texts.address(SettingKey.PUBLIC_URL),
            texts.path(SettingKey.FIRST_KEY_FILE),
            texts.path(SettingKey.NEW_OPERATOR_KEY_FILE),
            providers,
            StorageSettings.read(texts, providers.get(PlugPoint.STORAGE)),
            rateLimit(texts, engine),
            Capacity.read(texts, engine),
            retention(texts),
            (int) texts.number(SettingKey.MAX_ATTEMPTS, engine.maxAttempts(), 1, 100),
            texts.duration(SettingKey.STAGING_LEAD, engine.stagingLead()),
            texts.duration(SettingKey.DISPATCH_TIMEOUT, engine.dispatchTimeout()),
            texts.duration(SettingKey.DRAIN_TIMEOUT, engine.drainTimeout()),
            browser(texts, host),
            texts.path(SettingKey.PLUGINS_DIRECTORY),
            or(texts.text(SettingKey.FFMPEG), engine.ffmpeg()),
            texts.names(SettingKey.HTTP_MEETING_HOSTS),
            texts.names(SettingKey.ROOM_HOSTS),
            platforms(texts),
            webhooks(texts, engine),
            ArtifactSettings.read(
                texts, data, "s3".equals(providers.get(PlugPoint.ARTIFACTS)), engine),
            new Calendar(
                texts.duration(SettingKey.CALENDAR_WINDOW, engine.calendarWindow()),
                texts.zone(SettingKey.CALENDAR_ZONE, engine.calendarZone())),
            EntrySettings.read(texts),
            worker(texts),
            billing(texts, engine.billing()));
    texts.check();
    return settings;
  }

  private static Map<PlugPoint, String> providers(Map<SettingKey, String> given) {
    Map<PlugPoint, String> providers = new EnumMap<>(PlugPoint.class);
    for (PlugPoint point : PlugPoint.values()) {
      providers.put(point, point.chosen(given));
    }
    return Collections.unmodifiableMap(providers);
  }

  private static @Nullable Duration retention(SettingTexts texts) {
    Duration keep = texts.duration(SettingKey.RETENTION, Duration.ZERO);
    if (!keep.isZero() && keep.compareTo(LEAST_RETENTION) < 0) {
      texts.problem(SettingKey.RETENTION, "must be " + LEAST_RETENTION.toMinutes() + "m or more");
    }
    return keep.isZero() ? null : keep;
  }

  private static RateLimit rateLimit(SettingTexts texts, EngineSettings engine) {
    return new RateLimit(
        (int)
            texts.number(
                SettingKey.RATE_LIMIT_REQUESTS_PER_MINUTE,
                engine.requestsPerMinute(),
                0,
                MAX_REQUESTS),
        (int)
            texts.number(
                SettingKey.RATE_LIMIT_ANONYMOUS_REQUESTS_PER_MINUTE,
                engine.anonymousRequestsPerMinute(),
                0,
                MAX_REQUESTS));
  }

  private static @Nullable Worker worker(SettingTexts texts) {
    if (!texts.oneOf(SettingKey.MODE, "server", "worker").equals("worker")) {
      return null;
    }
    URI server = texts.address(SettingKey.WORKER_SERVER);
    String key = texts.secret(SettingKey.WORKER_KEY);
    texts.require(SettingKey.WORKER_SERVER);
    texts.require(SettingKey.WORKER_KEY);
    return server == null || key == null ? null : new Worker(server, key);
  }

  private static Browser browser(SettingTexts texts, String host) {
    boolean sandbox = texts.flag(SettingKey.BROWSER_SANDBOX, true);
    boolean given = texts.text(SettingKey.BROWSER_SANDBOX) != null;
    return new Browser(
        texts.endpoint(SettingKey.BROWSER_ENDPOINT),
        texts.path(SettingKey.BROWSER_EXECUTABLE),
        texts.path(SettingKey.BROWSER_NODE),
        given ? sandbox : null,
        texts.flag(SettingKey.BROWSER_LOOPBACK_MEDIA, Authorities.isLoopback(host)),
        words(texts.text(SettingKey.BROWSER_ARGUMENTS)));
  }

  /** Blanks part words, but not within double quotes. */
  private static List<String> words(@Nullable String text) {
    return text == null
        ? List.of()
        : WORD.matcher(text).results().map(w -> w.group().replace("\"", "")).toList();
  }

  private static Platforms platforms(SettingTexts texts) {
    Set<String> jitsi = texts.names(SettingKey.JITSI_HOSTS);
    return new Platforms(
        texts.path(SettingKey.PLATFORMS_DIRECTORY), jitsi.isEmpty() ? JITSI_HOSTS : jitsi);
  }

  private static Webhooks webhooks(SettingTexts texts, EngineSettings engine) {
    return new Webhooks(
        texts.flag(SettingKey.WEBHOOK_ALLOW_PRIVATE_TARGETS, false),
        texts.names(SettingKey.WEBHOOK_ALLOWED_TARGETS),
        texts.duration(SettingKey.WEBHOOK_TIMEOUT, engine.webhookTimeout()),
        texts.durations(SettingKey.WEBHOOK_RETRY_DELAYS, engine.webhookRetryDelays()));
  }

  private static Billing billing(SettingTexts texts, BillingSettings usual) {
    BillingSettings prices =
        new BillingSettings(
            texts.flag(SettingKey.BILLING, usual.enabled()),
            texts.micros(SettingKey.BILLING_PRICE_PER_HOUR, usual.pricePerHourMicros()),
            texts.micros(SettingKey.BILLING_FREE_CREDIT, usual.freeCreditMicros()));
    return new Billing(prices, texts.secret(SettingKey.STRIPE_WEBHOOK_SECRET));
  }

  private static String or(@Nullable String text, String fallback) {
    return text == null ? fallback : text;
  }
}
