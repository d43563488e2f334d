package dev.meetbot.engine.internal.entry;

import dev.meetbot.model.Job;
import dev.meetbot.spi.meeting.MeetingUrl;
import dev.meetbot.spi.meeting.MissingTokenException;
import dev.meetbot.spi.meeting.TokenRequest;
import dev.meetbot.spi.meeting.TokenSource;
import dev.meetbot.spi.meeting.Visit;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that helps a bot past a door. Thread-safe. */
public record WaysIn(IdentityDesk identities, PasscodeSeal passcodes, List<TokenSource> sources) {
  private static final Logger LOG = System.getLogger(WaysIn.class.getName());

  /**
   * What the bot brings, fetched now; blocks.
   *
   * @param painted as {@link Visit#painted}
   * @throws MissingTokenException when it must not go without one
   */
  public Visit visit(Job job, MeetingUrl url, boolean painted) {
    Map<String, String> tokens = new HashMap<>();
    TokenRequest request = new TokenRequest(job.id(), job.spec().externalId(), url);
    for (TokenSource source : sources) {
      try {
        tokens.putAll(source.tokens(request));
      } catch (MissingTokenException e) {
        throw e;
      } catch (RuntimeException e) {
        LOG.log(
            Level.WARNING, "job {0} goes without a token: {1}", job.id(), e.getClass().getName());
      }
    }
    String passcode = passcodes.open(job.spec().join());
    return new Visit(url, job.spec().displayName(), painted, passcode, tokens);
  }

  /** Lets go of the sources. */
  public void close() {
    sources.forEach(TokenSource::close);
  }
}
