package dev.meetbot.lab.score;

import dev.meetbot.lab.truth.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * On whom a timeline puts the time in which people spoke, sampled every 10 ms.
 *
 * @param spokenMs true speaking time; where several speak, each one's time counts
 * @param rightMs the part of it that carries the speaker's name
 * @param wrongMs time given to a name that is silent while somebody else speaks, or that is far
 *     from anything its bearer says; the soft edges of one's own speech are not somebody else's
 *     words
 */
public record SpokenTime(double spokenMs, double rightMs, double wrongMs) {
  static final SpokenTime NONE = new SpokenTime(0, 0, 0);
  private static final double STEP_MS = 10;

  /** How far a segment may reach into silence before it is made up. */
  private static final double EDGE_MS = 500;

  /**
   * Compares claims and truth, both in ms of the recording.
   *
   * @param oneAtATime the page names one speaker at a time, so that of several who speak at once
   *     one counts
   */
  static SpokenTime of(
      List<Claim> claims, List<TruePerson> people, Span window, boolean oneAtATime) {
    Faces faces = new Faces(people, claims);
    SpokenTime sum = NONE;
    for (double ms = window.startMs(); ms < window.endMs(); ms += STEP_MS) {
      SpokenTime now = at(ms, claims, people, faces);
      sum = sum.plus(oneAtATime ? now.ofOne() : now);
    }
    return sum;
  }

  private static SpokenTime at(
      double ms, List<Claim> claims, List<TruePerson> people, Faces faces) {
    Set<Optional<TruePerson>> named = new HashSet<>();
    for (Claim claim : claims) {
      if (claim.span().contains(ms) && !claim.speaker().equals(Claim.NOBODY)) {
        named.add(faces.meant(claim.speakerId(), claim.speaker()));
      }
    }
    List<TruePerson> speaking = people.stream().filter(p -> p.speaksAt(ms)).toList();
    long right = speaking.stream().filter(p -> named.contains(Optional.of(p))).count();
    long wrong = named.stream().filter(who -> isWrong(who, speaking, ms)).count();
    return new SpokenTime(STEP_MS * speaking.size(), STEP_MS * right, STEP_MS * wrong);
  }

  private static boolean isWrong(Optional<TruePerson> who, List<TruePerson> speaking, double ms) {
    if (who.isEmpty()) {
      return true;
    }
    boolean silent = !who.get().speaksAt(ms);
    return silent && (!speaking.isEmpty() || !who.get().speaksNear(ms, EDGE_MS));
  }

  private SpokenTime ofOne() {
    return new SpokenTime(Math.min(STEP_MS, spokenMs), Math.min(STEP_MS, rightMs), wrongMs);
  }

  SpokenTime plus(SpokenTime more) {
    return new SpokenTime(spokenMs + more.spokenMs, rightMs + more.rightMs, wrongMs + more.wrongMs);
  }

  double rightPercent() {
    return 100 * rightMs / spokenMs;
  }

  double wrongPercent() {
    return 100 * wrongMs / spokenMs;
  }
}
