package dev.meetbot.provider.token;

import dev.meetbot.provider.token.TokenHttp.Answer;
import dev.meetbot.spi.meeting.MissingTokenException;
import dev.meetbot.spi.meeting.TokenRequest;
import dev.meetbot.spi.meeting.TokenSource;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens that an operator's own service gives for one meeting: a POST tells of the job, signed as
 * webhooks are ({@code X-Meetbot-Signature}, HMAC-SHA256 of the raw body under the secret), and the
 * answer is a JSON object of tokens. Nothing is kept: such tokens are good for one use.
 * Thread-safe.
 */
public final class CallbackTokens implements TokenSource {
  private static final Logger LOG = System.getLogger(CallbackTokens.class.getName());

  private final Callback callback;
  private final boolean required;
  private final TokenHttp http;

  /**
   * Whom to ask. Its text leaves the secret out.
   *
   * @param platform for whose meetings
   * @param names of the tokens that are taken from the answer
   */
  public record Callback(String platform, URI url, String secret, List<String> names) {
    /** Zoom's tokens: {@code zak} for a user, {@code obfToken} on behalf of one. */
    public static Callback zoom(URI url, String secret) {
      return new Callback("zoom-web", url, secret, List.of("zak", "obfToken"));
    }

    @Override
    public String toString() {
      return "Callback[" + platform + " by " + url.getHost() + "]";
    }
  }

  /**
   * @param required whether a bot stays away from a meeting when there is no token
   * @param timeout for one request
   */
  public CallbackTokens(Callback callback, boolean required, Duration timeout) {
    this.callback = callback;
    this.required = required;
    this.http = new TokenHttp(timeout);
  }

  @Override
  public Map<String, String> tokens(TokenRequest request) {
    if (!request.meeting().platform().equals(callback.platform())) {
      return Map.of();
    }
    try {
      Map<String, String> tokens = ask(request);
      if (!tokens.isEmpty() || !required) {
        return tokens;
      }
      throw new IOException("the token callback gave none");
    } catch (IOException e) {
      String why = "no token for " + callback.platform() + ": " + e.getMessage();
      if (required) {
        throw new MissingTokenException(why);
      }
      LOG.log(Level.WARNING, "job {0} goes without: {1}", request.job(), why);
      return Map.of();
    }
  }

  private Map<String, String> ask(TokenRequest request) throws IOException {
    byte[] body =
        Json.createObjectBuilder()
            .add("jobId", request.job().value())
            .add("externalId", request.externalId())
            .add("meetingUrl", request.meeting().url().toString())
            .add("platform", request.meeting().platform())
            .build()
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    Answer answer =
        http.post(
            callback.url(),
            Map.of(
                "Content-Type", "application/json",
                "Accept", "application/json",
                "X-Meetbot-Signature", "sha256=" + signature(body)),
            body);
    if (answer.status() == 204) {
      return Map.of();
    }
    if (answer.status() != 200) {
      throw new IOException("the token callback answered " + answer.status());
    }
    JsonObject json = TokenJson.object(answer.body());
    Map<String, String> tokens = new HashMap<>();
    for (String name : callback.names()) {
      String token = TokenJson.token(json, name);
      if (token != null) {
        tokens.put(name, token);
      }
    }
    return tokens;
  }

  private String signature(byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(callback.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
