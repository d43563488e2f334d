package dev.meetbot.provider.token;

import dev.meetbot.provider.token.TokenHttp.Answer;
import dev.meetbot.spi.meeting.MissingTokenException;
import dev.meetbot.spi.meeting.TokenRequest;
import dev.meetbot.spi.meeting.TokenSource;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The token by which a registered bot tells Microsoft Teams that it is one: an OAuth 2 access token
 * for client credentials (RFC 6749, 4.4), kept until shortly before it expires. Thread-safe; one
 * request at a time.
 */
public final class TeamsIdentification implements TokenSource {
  /** The token's name in a visit. */
  public static final String TOKEN = "identification";

  private static final Logger LOG = System.getLogger(TeamsIdentification.class.getName());
  private static final String PLATFORM = "microsoft-teams";
  private static final Duration MARGIN = Duration.ofMinutes(2);
  private static final long SHORTEST = 0;
  private static final long LONGEST = 86_400;

  private final Client application;
  private final boolean required;
  private final InstantSource clock;
  private final TokenHttp http;
  private @Nullable String token;
  private Instant goodUntil = Instant.MIN;

  /**
   * The bot's registration. Its text leaves the secret out.
   *
   * @param tokenUrl of the identity provider
   * @param scope what the token is for
   */
  public record Client(URI tokenUrl, String id, String secret, String scope) {
    @Override
    public String toString() {
      return "Client[" + id + " at " + tokenUrl.getHost() + "]";
    }
  }

  /**
   * @param required whether a bot stays away from a meeting when there is no token
   * @param timeout for one request
   */
  public TeamsIdentification(
      Client application, boolean required, Duration timeout, InstantSource clock) {
    this.application = application;
    this.required = required;
    this.clock = clock;
    this.http = new TokenHttp(timeout);
  }

  @Override
  public Map<String, String> tokens(TokenRequest request) {
    if (!request.meeting().platform().equals(PLATFORM)) {
      return Map.of();
    }
    try {
      return Map.of(TOKEN, token());
    } catch (IOException e) {
      String why = "no identification token for Microsoft Teams: " + e.getMessage();
      if (required) {
        throw new MissingTokenException(why);
      }
      LOG.log(Level.WARNING, "job {0} goes without: {1}", request.job(), why);
      return Map.of();
    }
  }

  private synchronized String token() throws IOException {
    Instant now = clock.instant();
    String known = token;
    if (known != null && now.isBefore(goodUntil)) {
      return known;
    }
    Answer answer =
        http.post(
            application.tokenUrl(),
            Map.of(
                "Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json"),
            form().getBytes(StandardCharsets.UTF_8));
    if (answer.status() != 200) {
      throw new IOException("the token service answered " + answer.status());
    }
    JsonObject json = TokenJson.object(answer.body());
    String fresh = TokenJson.token(json, "access_token");
    if (fresh == null) {
      throw new IOException("the token service gave none");
    }
    token = fresh;
    goodUntil = now.plusSeconds(lifetime(json)).minus(MARGIN);
    return fresh;
  }

  private static long lifetime(JsonObject json) {
    long seconds = json.get("expires_in") instanceof JsonNumber n ? n.longValue() : SHORTEST;
    return Math.max(SHORTEST, Math.min(LONGEST, seconds));
  }

  private String form() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant_type", "client_credentials");
    fields.put("client_id", application.id());
    fields.put("client_secret", application.secret());
    fields.put("scope", application.scope());
    return fields.entrySet().stream()
        .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  @Override
  public void close() {
    http.close();
  }
}
