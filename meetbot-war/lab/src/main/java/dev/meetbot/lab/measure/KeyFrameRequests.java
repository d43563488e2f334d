package dev.meetbot.lab.measure;

import dev.meetbot.lab.truth.GuestTruth;
import dev.meetbot.lab.truth.SentSample;
import java.util.List;

/**
 * How often a receiver asked its senders for a key frame, per connection and by the senders' own
 * count.
 *
 * @param bot mean over the connections to the bot
 * @param viewer mean over the connections between guests, in the time in which the bot was there
 */
public record KeyFrameRequests(double bot, double viewer) {

  public static KeyFrameRequests of(List<GuestTruth> guests) {
    double from =
        guests.stream()
            .flatMap(g -> g.toRecorder().stream())
            .mapToDouble(SentSample::atMs)
            .min()
            .orElse(Double.NaN);
    List<Long> bot = guests.stream().map(g -> last(g.toRecorder())).toList();
    List<Long> viewers =
        guests.stream()
            .flatMap(g -> g.toOthers().stream())
            .map(samples -> last(samples) - before(samples, from))
            .toList();
    return new KeyFrameRequests(mean(bot), mean(viewers));
  }

  private static long last(List<SentSample> samples) {
    return samples.isEmpty() ? 0 : samples.get(samples.size() - 1).keyFrameRequests();
  }

  private static long before(List<SentSample> samples, double ms) {
    return samples.stream()
        .filter(s -> s.atMs() < ms)
        .mapToLong(SentSample::keyFrameRequests)
        .max()
        .orElse(0);
  }

  private static double mean(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).average().orElse(Double.NaN);
  }
}
