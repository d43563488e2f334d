package dev.meetbot.engine;

import dev.meetbot.engine.internal.access.LoginCodes;
import dev.meetbot.engine.internal.access.LoginState;
import dev.meetbot.engine.internal.access.Logins;
import dev.meetbot.engine.internal.access.Names;
import dev.meetbot.engine.internal.access.SecretBox;
import dev.meetbot.model.KeyScope;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How a program without a browser of its own gets a key (RFC 8628, the device authorization grant):
 * it shows a short code, a person who holds a key compares the code and approves, and the program,
 * which asks again and again, is given a key of its own, once. The key is made at that moment, so
 * that none is kept for nobody. Thread-safe; every method reads or writes the storage.
 */
public final class DeviceLogin {
  /** How long a login may take. */
  public static final Duration LIFETIME = Duration.ofSeconds(600);

  /** How long a program waits between two questions. */
  public static final Duration INTERVAL = Duration.ofSeconds(2);

  private static final String FORM = "cli-auth form";

  private final Logins logins;
  private final LoginCodes codes;
  private final SecretBox box;
  private final URI publicUrl;
  private final InstantSource clock;

  DeviceLogin(Logins logins, LoginCodes codes, SecretBox box, URI publicUrl, InstantSource clock) {
    this.logins = logins;
    this.codes = codes;
    this.box = box;
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  /**
   * A login that begins.
   *
   * @param nonce the program's secret: 256 random bits
   * @param userCode what the person compares, {@code XXXX-XXXX}
   * @param verificationUri where the person goes
   * @param verificationUriComplete the same with the code in it
   */
  public record Begun(
      String nonce, String userCode, URI verificationUri, URI verificationUriComplete) {
    @Override
    public String toString() {
      return "Begun[" + verificationUri + "]";
    }
  }

  /**
   * A login that waits for a person.
   *
   * @param clientName as the program calls itself; not to be trusted
   */
  public record Waiting(String userCode, String clientName, Instant startedAt) {}

  /** Where a login stands when the program asks. */
  public enum Status {
    PENDING,
    /** Pending, and asked too early: from now on the interval is 5 s longer. */
    SLOW_DOWN,
    COMPLETE,
    DENIED,
    /** Over: too old, unknown, or the key was handed out before. */
    EXPIRED
  }

  /**
   * What the program is told.
   *
   * @param apiKey its key, with {@code COMPLETE} only, else empty
   * @param interval how long it has to wait before it asks again
   */
  public record Answer(Status status, Optional<String> apiKey, Duration interval) {
    @Override
    public String toString() {
      return "Answer[" + status + "]";
    }
  }

  /**
   * Begins a login.
   *
   * @param clientName 1 to 100 characters: names the new key
   * @throws InvalidJobException when the name makes no sense
   */
  public Begun begin(String clientName) {
    Names.check(clientName);
    String nonce = codes.newNonce();
    LoginState state = logins.begin(nonce, clientName, clock.instant());
    URI page = publicUrl.resolve("cli-auth");
    return new Begun(
        nonce,
        LoginCodes.shown(state.userCode()),
        page,
        URI.create(page + "?user_code=" + LoginCodes.shown(state.userCode())));
  }

  /** What the program with that nonce is told now. */
  public Answer poll(String nonce) {
    return logins.poll(nonce, clock.instant());
  }

  /** The login that waits under that code, however it was typed. */
  public Optional<Waiting> find(String userCode) {
    return logins
        .byCode(LoginCodes.typed(userCode), clock.instant())
        .filter(LoginState::pending)
        .map(s -> new Waiting(LoginCodes.shown(s.userCode()), s.clientName(), s.startedAt()));
  }

  /**
   * Approves or denies, by somebody with a LIVE key.
   *
   * @throws RefusedException {@code FORBIDDEN} for a key of another scope, {@code NOT_FOUND} when
   *     no login waits under that code, {@code INVALID_STATE} when it is decided already
   */
  public void decide(Caller caller, String userCode, boolean approve) {
    if (caller.scope() != KeyScope.LIVE) {
      throw new RefusedException(
          RefusedException.Reason.FORBIDDEN, "only a live key may approve a login");
    }
    logins.decide(caller, LoginCodes.typed(userCode), approve, clock.instant());
  }

  /** Whether people reach the page by https, so that its cookie need not travel without. */
  public boolean overTls() {
    return "https".equals(publicUrl.getScheme());
  }

  /** A fresh value for the cookie of the page on which people decide. */
  public String newFormCookie() {
    return codes.newNonce();
  }

  /** What the form must hold for its cookie; no other site can know it. */
  public String formToken(String cookie) {
    return box.sign(FORM, cookie);
  }

  /** Whether form and cookie belong together. */
  public boolean fits(String cookie, String formToken) {
    return MessageDigest.isEqual(
        formToken(cookie).getBytes(StandardCharsets.UTF_8),
        formToken.getBytes(StandardCharsets.UTF_8));
  }
}
