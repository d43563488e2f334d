package dev.meetbot.engine.internal.calendar;

import dev.meetbot.spi.meeting.MeetingPlatform;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the meeting in an invite's texts. Pure.
 *
 * @param platforms those that can be joined here
 */
public record MeetingLinks(List<MeetingPlatform> platforms) {
  public MeetingLinks {
    platforms = List.copyOf(platforms);
  }

  /**
   * What was found: a meeting that can be joined, or else the product of one that cannot.
   *
   * @param url null when there is none that can be joined
   * @param unsupported id of the platform that would be needed; null when no meeting was seen
   */
  public record Found(@Nullable URI url, @Nullable String unsupported) {}

  /**
   * The first meeting that a platform understands.
   *
   * @param texts the most trusted one first: conference property, location, description
   */
  public Found find(List<String> texts) {
    String unsupported = null;
    for (String text : texts) {
      for (URI link : LinkText.in(text)) {
        URI url = secure(Redirects.unwrapped(link));
        if (joinable(url)) {
          return new Found(url, null);
        }
        Optional<String> product = LinkRule.platformOf(url);
        unsupported = unsupported == null ? product.orElse(null) : unsupported;
      }
    }
    return new Found(null, unsupported);
  }

  private boolean joinable(URI url) {
    return url.getRawUserInfo() == null
        && platforms.stream().anyMatch(platform -> platform.parse(url).isPresent());
  }

  /** Known products are reached by https only, whatever a mail program made of the link. */
  private static URI secure(URI url) {
    boolean plain = "http".equalsIgnoreCase(url.getScheme());
    return plain && LinkRule.platformOf(url).isPresent()
        ? URI.create("https" + url.toString().substring(url.getScheme().length()))
        : url;
  }
}
