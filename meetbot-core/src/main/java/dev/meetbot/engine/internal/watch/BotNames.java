package dev.meetbot.engine.internal.watch;

import dev.meetbot.spi.meeting.MeetingSnapshot.Participant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells bots from people: by the platform's mark, by the list of vendors, or by the words that the
 * job adds. Words count whole, so that "Reader" is no "Read".
 */
public final class BotNames implements Predicate<Participant> {
  /** What stands for the vendor of a bot that only the job's own words know. */
  public static final String CUSTOM = "custom";

  private final BotVendors vendors;
  private final List<List<String>> more;

  /**
   * Names of one job.
   *
   * @param more words of the job, each found wherever it stands in a name
   */
  public BotNames(BotVendors vendors, Set<String> more) {
    this.vendors = vendors;
    this.more = more.stream().map(NameWords::words).filter(words -> !words.isEmpty()).toList();
  }

  /**
   * A participant that is a bot.
   *
   * @param vendor null when nobody knows whose it is
   */
  public record Bot(Participant participant, @Nullable String vendor) {}

  /** The participant as a bot; empty when it is none, or the bot itself. */
  public Optional<Bot> find(Participant participant) {
    if (participant.self()) {
      return Optional.empty();
    }
    NameWords name = NameWords.of(participant.name());
    Optional<String> vendor = vendors.vendorOf(name).or(() -> custom(name));
    if (vendor.isPresent()) {
      return vendor.map(v -> new Bot(participant, v));
    }
    return participant.bot() || vendors.isGeneric(name)
        ? Optional.of(new Bot(participant, null))
        : Optional.empty();
  }

  private Optional<String> custom(NameWords name) {
    List<String> words = name.all();
    return more.stream().anyMatch(phrase -> holds(words, phrase))
        ? Optional.of(CUSTOM)
        : Optional.empty();
  }

  private static boolean holds(List<String> words, List<String> phrase) {
    return Collections.indexOfSubList(words, phrase) >= 0;
  }

  @Override
  public boolean test(Participant participant) {
    return find(participant).isPresent();
  }
}
