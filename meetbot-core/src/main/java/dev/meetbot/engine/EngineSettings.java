package dev.meetbot.engine;

import dev.meetbot.model.JoinSpec.SignIn;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The engine's settings, each with its default in {@link Draft}.
 *
 * @param publicUrl where clients reach the HTTP API, with a trailing slash; manifests are linked
 *     below it
 * @param plainHttpHosts authorities ({@code host} or {@code host:port}) whose meetings may be
 *     addressed by http
 * @param maxBots how many bots this engine runs at a time
 * @param reservedMemoryBytes memory of the machine that bots leave free
 * @param cpuShare how much of all processors' time bots may use, as they were measured; 1 for all
 * @param maxWaiting how many bots whose time has come may wait for a place at all engines that
 *     share the storage
 * @param maxAttempts how often a job is tried when its failure retries by itself
 * @param stagingLead how long before its time a bot's browser is started and its page opened
 * @param dispatchTimeout how long a job may wait for a free bot before it fails
 * @param tickInterval how often a meeting's page is read
 * @param snapshotTimeout how long one reading may take
 * @param freezeTimeout how long a page may give no snapshot before the bot gives it up
 * @param heartbeatInterval how often leases are renewed; what a client asks of a bot on another
 *     node takes as long
 * @param leaseTimeout after how long without a heartbeat another worker may take over
 * @param drainTimeout how long running bots may go on when the engine closes
 * @param retention how long after a job's end its files are kept; null for ever
 * @param webhookTimeout for one attempt
 * @param webhookRetryDelays mean delay before each retry; their number is the number of retries
 * @param requestsPerMinute how many requests to the HTTP API a tenant, or a key without one, may
 *     send when its own limit says nothing; 0 for any number
 * @param anonymousRequestsPerMinute the same for an address that sends no valid key
 * @param storePatience how long finalizing waits for a store that has no room
 * @param workDir for temporary files while finalizing
 * @param calendarWindow how far ahead the instances of a calendar series get their jobs
 * @param calendarZone the zone of times in calendar invites for which nobody names one
 * @param ffmpeg the program, by path or by name
 * @param ffprobe the program, by path or by name
 * @param signIn when a bot signs in whose client says nothing of it
 * @param billing what recording costs; by default nothing
 */
public record EngineSettings(
    URI publicUrl,
    Set<String> plainHttpHosts,
    int maxBots,
    long reservedMemoryBytes,
    double cpuShare,
    int maxWaiting,
    int maxAttempts,
    Duration stagingLead,
    Duration dispatchTimeout,
    Duration tickInterval,
    Duration snapshotTimeout,
    Duration freezeTimeout,
    Duration heartbeatInterval,
    Duration leaseTimeout,
    Duration drainTimeout,
    @Nullable Duration retention,
    Duration webhookTimeout,
    List<Duration> webhookRetryDelays,
    int requestsPerMinute,
    int anonymousRequestsPerMinute,
    Duration storePatience,
    Path workDir,
    Duration calendarWindow,
    ZoneId calendarZone,
    String ffmpeg,
    String ffprobe,
    SignIn signIn,
    BillingSettings billing) {

  /** Defaults, changed by {@code edit}. */
  public static EngineSettings of(Consumer<Draft> edit) {
    Draft d = new Draft();
    edit.accept(d);
    return new EngineSettings(
        d.publicUrl,
        Set.copyOf(d.plainHttpHosts),
        d.maxBots,
        d.reservedMemoryBytes,
        d.cpuShare,
        d.maxWaiting,
        d.maxAttempts,
        d.stagingLead,
        d.dispatchTimeout,
        d.tickInterval,
        d.snapshotTimeout,
        d.freezeTimeout,
        d.heartbeatInterval,
        d.leaseTimeout,
        d.drainTimeout,
        d.retention,
        d.webhookTimeout,
        List.copyOf(d.webhookRetryDelays),
        d.requestsPerMinute,
        d.anonymousRequestsPerMinute,
        d.storePatience,
        d.workDir,
        d.calendarWindow,
        d.calendarZone,
        d.ffmpeg,
        d.ffprobe,
        d.signIn,
        d.billing);
  }

  /** The fields of settings in the making; not thread-safe, lives only inside {@link #of}. */
  public static final class Draft {
    public URI publicUrl = URI.create("http://127.0.0.1:8080/");
    public Set<String> plainHttpHosts = Set.of();
    public int maxBots = 4;
    public long reservedMemoryBytes = 512L << 20;
    public double cpuShare = 1;
    public int maxWaiting = 1000;
    public int maxAttempts = 3;
    public Duration stagingLead = Duration.ofSeconds(30);
    public Duration dispatchTimeout = Duration.ofMinutes(10);
    public Duration tickInterval = Duration.ofMillis(500);
    public Duration snapshotTimeout = Duration.ofSeconds(3);
    public Duration freezeTimeout = Duration.ofSeconds(10);
    public Duration heartbeatInterval = Duration.ofMillis(1500);
    public Duration leaseTimeout = Duration.ofSeconds(30);
    public Duration drainTimeout = Duration.ofSeconds(5);
    public @Nullable Duration retention;
    public Duration webhookTimeout = Duration.ofSeconds(10);
    public List<Duration> webhookRetryDelays =
        List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(15),
            Duration.ofHours(1));
    public int requestsPerMinute = 600;
    public int anonymousRequestsPerMinute = 300;
    public Duration storePatience = Duration.ofMinutes(10);
    public Path workDir = Path.of(System.getProperty("java.io.tmpdir"), "meetbot");
    public Duration calendarWindow = Duration.ofDays(14);
    public ZoneId calendarZone = ZoneOffset.UTC;
    public String ffmpeg = "ffmpeg";
    public String ffprobe = "ffprobe";
    public SignIn signIn = SignIn.IF_REQUIRED;
    public BillingSettings billing = BillingSettings.OFF;

    private Draft() {}
  }
}
