package dev.meetbot.sdk;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * A login for programs without a browser (RFC 8628): the program shows a code and an address, a
 * person opens the address anywhere, compares the code and approves, and the program gets an API
 * key of its own. For any number of threads.
 *
 * <pre>{@code
 * DeviceLogin login = DeviceLogin.start(MeetBot.builder(), "my program");
 * System.err.println(login.userCode() + " at " + login.verificationUri());
 * String key = login.await();
 * }</pre>
 */
public final class DeviceLogin {
  private final LoginPolls polls;
  private final LoginBegun begun;
  private final Instant expiresAt;

  private DeviceLogin(LoginPolls polls, LoginBegun begun, Instant expiresAt) {
    this.polls = polls;
    this.begun = begun;
    this.expiresAt = expiresAt;
  }

  /**
   * Begins a login; each call begins another one. Waits for the server.
   *
   * @param settings address, timeout and proxy count; a key is not needed and not sent
   * @param clientName what the person is shown as the asker, 1 to 100 characters; the new key has
   *     this name
   * @throws MeetbotException when the server cannot be asked or refuses
   */
  public static DeviceLogin start(MeetBotBuilder settings, String clientName) {
    return Await.result(startAsync(settings, clientName));
  }

  /** The same without waiting. */
  public static CompletableFuture<DeviceLogin> startAsync(
      MeetBotBuilder settings, String clientName) {
    LoginRequests requests = new LoginRequests(settings.address());
    Transport asking = settings.transport(settings.retries());
    return asking
        .call(requests.begin(clientName, new Answers(asking.surroundings().clock())))
        .thenApply(
            begun ->
                new DeviceLogin(
                    // polls are not retried by the transport: the login's own rule says when
                    new LoginPolls(settings.transport(0), requests, begun),
                    begun,
                    asking.surroundings().clock().instant().plus(begun.expiresIn())));
  }

  /** What the person compares with what the page shows, such as {@code BCDF-GHJK}. */
  public String userCode() {
    return begun.userCode();
  }

  /** The page, without the code. */
  public URI verificationUri() {
    return begun.verificationUri();
  }

  /** The page with the code in it, for a browser or a picture to scan. */
  public URI verificationUriComplete() {
    return begun.verificationUriComplete();
  }

  /** Until when somebody may approve. */
  public Instant expiresAt() {
    return expiresAt;
  }

  /** How long to wait between two polls, to begin with. */
  public Duration interval() {
    return begun.interval();
  }

  /**
   * Waits until the person has decided. A second call fails, because a key is handed out once.
   *
   * @return the API key; a secret
   * @throws MeetbotForbiddenException when the person said no
   * @throws MeetbotTimeoutException when the code has expired
   * @throws MeetbotException when the server refuses otherwise
   */
  public String await() {
    return Await.result(awaitAsync());
  }

  /** The same without waiting; cancelling the future ends the polls. */
  public CompletableFuture<String> awaitAsync() {
    return polls.start(expiresAt);
  }

  /** Without the nonce, which is as good as the key. */
  @Override
  public String toString() {
    return "DeviceLogin[" + begun.userCode() + "]";
  }
}
