package dev.meetbot.lab.measure;

import dev.meetbot.lab.truth.GuestTruth;
import dev.meetbot.lab.truth.SentSample;
import java.util.List;

/**
 * How often a receiver asked its senders for a key frame, per connection and by the senders' own
 * count, its beginning included.
 *
 * @param bot mean over the connections to the bot
 * @param viewer mean over the connections between guests, each one up to the age that the bot's
 *     connections reached: who joins asks more often than who stays
 */
public record KeyFrameRequests(double bot, double viewer) {

  public static KeyFrameRequests of(List<GuestTruth> guests) {
    double age =
        guests.stream()
            .map(GuestTruth::toRecorder)
            .mapToDouble(KeyFrameRequests::age)
            .max()
            .orElse(0);
    return new KeyFrameRequests(
        mean(guests.stream().map(g -> asked(g.toRecorder(), age)).toList()),
        mean(
            guests.stream()
                .flatMap(g -> g.toOthers().stream())
                .map(samples -> asked(samples, age))
                .toList()));
  }

  private static double age(List<SentSample> samples) {
    return samples.isEmpty() ? 0 : samples.get(samples.size() - 1).atMs() - samples.get(0).atMs();
  }

  /** The count at an age of the connection. */
  private static long asked(List<SentSample> samples, double age) {
    return samples.stream()
        .filter(s -> s.atMs() <= samples.get(0).atMs() + age)
        .mapToLong(SentSample::keyFrameRequests)
        .max()
        .orElse(0);
  }

  private static double mean(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).average().orElse(Double.NaN);
  }
}
