package dev.meetbot.sdk;

import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes clients; one is enough for a program. Unless told otherwise: the key of {@code
 * MEETBOT_API_KEY}, the server of {@code MEETBOT_API_BASE_URL} or else {@code
 * https://api.meetbot.dev}, 30 seconds for an answer, 3 retries, the JVM's proxy.
 */
public final class MeetBotBuilder {
  /** The server that is asked when nobody names another one. */
  public static final String DEFAULT_BASE_URL = "https://api.meetbot.dev";

  private @Nullable String apiKey;
  private @Nullable String baseUrl;
  private Duration timeout = Duration.ofSeconds(30);
  private Duration pollInterval = Duration.ofSeconds(5);
  private int maxRetries = 3;
  private @Nullable ProxySelector proxy;
  private Surroundings surroundings = Surroundings.real();
  private UnaryOperator<@Nullable String> environment = System::getenv;

  MeetBotBuilder() {}

  /** The key, {@code mb_live_...} or {@code mb_test_...}; a secret. */
  public MeetBotBuilder apiKey(String value) {
    apiKey = value;
    return this;
  }

  /** The server's address, {@code https://...}; what is before {@code /api/v1}. */
  public MeetBotBuilder baseUrl(String value) {
    baseUrl = value;
    return this;
  }

  /** How long one attempt may take until its whole answer is there; of a download: any part. */
  public MeetBotBuilder timeout(Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException("the timeout must be longer than nothing");
    }
    timeout = value;
    return this;
  }

  /** How many more attempts follow one that failed; 0 for none. */
  public MeetBotBuilder maxRetries(int value) {
    if (value < 0) {
      throw new IllegalArgumentException("there are no fewer than 0 retries");
    }
    maxRetries = value;
    return this;
  }

  /** How long {@code waitFor} waits between two looks; 5 seconds unless told otherwise. */
  public MeetBotBuilder pollInterval(Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException("the poll interval must be longer than nothing");
    }
    pollInterval = value;
    return this;
  }

  /** By which proxies the server is reached, such as {@link ProxySelector#of}. */
  public MeetBotBuilder proxy(ProxySelector value) {
    proxy = value;
    return this;
  }

  MeetBotBuilder surroundings(Surroundings value) {
    surroundings = value;
    return this;
  }

  MeetBotBuilder environment(UnaryOperator<@Nullable String> value) {
    environment = value;
    return this;
  }

  /**
   * A client that waits.
   *
   * @throws IllegalArgumentException when there is no usable key or address
   */
  public MeetBot build() {
    return new MeetBot(buildAsync());
  }

  /**
   * A client that gives futures.
   *
   * @throws IllegalArgumentException when there is no usable key or address
   */
  public AsyncMeetBot buildAsync() {
    Transport transport = transport(maxRetries);
    return new AsyncMeetBot(transport, new Requests(address(), key()), timeout, pollInterval);
  }

  int retries() {
    return maxRetries;
  }

  /** What sends requests; needs no key. */
  Transport transport(int retries) {
    HttpClient.Builder client =
        HttpClient.newBuilder()
            // an answer in HTTP/1.1 needs no upgrade that proxies stumble over
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout);
    if (proxy != null) {
      client.proxy(proxy);
    }
    return new Transport(client.build(), new RetryRule(retries), timeout, surroundings);
  }

  private String key() {
    String key = apiKey != null ? apiKey : environment.apply("MEETBOT_API_KEY");
    if (key == null || key.isBlank()) {
      throw new IllegalArgumentException("no API key: give one, or set MEETBOT_API_KEY");
    }
    if (!key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      // the key itself is not told
      throw new IllegalArgumentException("the API key holds what no key holds");
    }
    return key;
  }

  /** The server's address without a slash at its end. */
  String address() {
    String given = baseUrl != null ? baseUrl : environment.apply("MEETBOT_API_BASE_URL");
    String text = given == null || given.isBlank() ? DEFAULT_BASE_URL : given.trim();
    URI uri = URI.create(text);
    boolean web =
        "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
    if (!web
        || uri.getHost() == null
        || uri.getRawQuery() != null
        || uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException("not the address of a server: it is https://host");
    }
    return text.replaceAll("/+$", "");
  }
}
