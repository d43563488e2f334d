package dev.meetbot.war.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every setting of the WAR; {@code docs/settings.md} tells of each, and a test holds them equal.
 */
public enum SettingKey {
  DATA("data"),
  HOST("host"),
  PORT("port"),
  PUBLIC_URL("public-url"),
  FIRST_KEY_FILE("first-key-file"),
  NEW_OPERATOR_KEY_FILE("new-operator-key-file"),
  RATE_LIMIT_REQUESTS_PER_MINUTE("rate-limit.requests-per-minute"),
  RATE_LIMIT_ANONYMOUS_REQUESTS_PER_MINUTE("rate-limit.anonymous-requests-per-minute"),
  MASTER_KEY("master-key"),
  STORAGE_PROVIDER("storage.provider"),
  STORAGE_URL("storage.url"),
  STORAGE_USER("storage.user"),
  STORAGE_PASSWORD("storage.password"),
  STORAGE_POOL_SIZE("storage.pool-size"),
  STORAGE_JNDI("storage.jndi"),
  MODE("mode"),
  WORKER_SERVER("worker.server"),
  WORKER_KEY("worker.key"),
  MAX_BOTS("max-bots"),
  MAX_WAITING("max-waiting"),
  CAPACITY_RESERVED_MEMORY("capacity.reserved-memory"),
  CAPACITY_CPU_SHARE("capacity.cpu-share"),
  RETENTION("retention"),
  MAX_ATTEMPTS("max-attempts"),
  STAGING_LEAD("staging-lead"),
  DISPATCH_TIMEOUT("dispatch-timeout"),
  DRAIN_TIMEOUT("drain-timeout"),
  BROWSER_PROVIDER("browser.provider"),
  BROWSER_ENDPOINT("browser.endpoint"),
  BROWSER_EXECUTABLE("browser.executable"),
  BROWSER_NODE("browser.node"),
  BROWSER_SANDBOX("browser.sandbox"),
  BROWSER_LOOPBACK_MEDIA("browser.loopback-media"),
  BROWSER_ARGUMENTS("browser.arguments"),
  PLUGINS_DIRECTORY("plugins.directory"),
  FFMPEG("ffmpeg"),
  HTTP_MEETING_HOSTS("http.meeting-hosts"),
  ROOM_HOSTS("room.hosts"),
  PLATFORMS_DIRECTORY("platforms.directory"),
  JITSI_HOSTS("jitsi.hosts"),
  CALENDAR_WINDOW("calendar.window"),
  CALENDAR_ZONE("calendar.zone"),
  SIGN_IN("sign-in"),
  TEAMS_IDENTIFICATION_TENANT_ID("teams.identification.tenant-id"),
  TEAMS_IDENTIFICATION_CLIENT_ID("teams.identification.client-id"),
  TEAMS_IDENTIFICATION_CLIENT_SECRET("teams.identification.client-secret"),
  TEAMS_IDENTIFICATION_SCOPE("teams.identification.scope"),
  TEAMS_IDENTIFICATION_TOKEN_URL("teams.identification.token-url"),
  TEAMS_IDENTIFICATION_REQUIRED("teams.identification.required"),
  ZOOM_TOKEN_CALLBACK_URL("zoom.token-callback.url"),
  ZOOM_TOKEN_CALLBACK_SECRET("zoom.token-callback.secret"),
  ZOOM_TOKEN_CALLBACK_REQUIRED("zoom.token-callback.required"),
  WEBHOOK_PROVIDER("webhook.provider"),
  WEBHOOK_ALLOW_PRIVATE_TARGETS("webhook.allow-private-targets"),
  WEBHOOK_ALLOWED_TARGETS("webhook.allowed-targets"),
  WEBHOOK_TIMEOUT("webhook.timeout"),
  WEBHOOK_RETRY_DELAYS("webhook.retry-delays"),
  ARTIFACTS_PROVIDER("artifacts.provider"),
  ARTIFACTS_PATH("artifacts.path"),
  ARTIFACTS_MIN_FREE_BYTES("artifacts.min-free-bytes"),
  ARTIFACTS_PATIENCE("artifacts.patience"),
  ARTIFACTS_ENCRYPTION_KEY("artifacts.encryption-key"),
  S3_BUCKET("s3.bucket"),
  S3_REGION("s3.region"),
  S3_ENDPOINT("s3.endpoint"),
  S3_PREFIX("s3.prefix"),
  S3_PATH_STYLE("s3.path-style"),
  S3_ACCESS_KEY("s3.access-key"),
  S3_SECRET_KEY("s3.secret-key"),
  S3_ENCRYPTION("s3.encryption"),
  S3_KMS_KEY_ID("s3.kms-key-id"),
  S3_NEW_CHECKSUMS("s3.new-checksums"),
  S3_ATTEMPT_TIMEOUT("s3.attempt-timeout"),
  S3_CALL_TIMEOUT("s3.call-timeout"),
  BILLING("billing"),
  BILLING_PRICE_PER_HOUR("billing.price-per-hour"),
  BILLING_FREE_CREDIT("billing.free-credit"),
  STRIPE_WEBHOOK_SECRET("stripe.webhook-secret");

  /** What the names of all settings begin with. */
  public static final String PREFIX = "meetbot.";

  private final String property;

  SettingKey(String name) {
    this.property = PREFIX + name;
  }

  /** Its name as a system property and in a file, for example {@code meetbot.max-bots}. */
  public String property() {
    return property;
  }

  /** Its name in the environment, for example {@code MEETBOT_MAX_BOTS}. */
  public String variable() {
    return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** The setting of that property name. */
  static Optional<SettingKey> find(String property) {
    return Arrays.stream(values()).filter(key -> key.property.equals(property)).findFirst();
  }
}
