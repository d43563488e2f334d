package dev.meetbot.lab.score;

import dev.meetbot.lab.truth.Span;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which true person a recording means. By the platform's id where it holds the person's own; else
 * by name, and of several people of that name the one who speaks most when the claims say so.
 */
final class Faces {
  private final List<TruePerson> people;
  private final List<Claim> claims;
  private final Map<String, Optional<TruePerson>> known = new HashMap<>();

  Faces(List<TruePerson> people, List<Claim> claims) {
    this.people = people;
    this.claims = claims;
  }

  /** Who is meant; empty for somebody who is not there under that name. */
  Optional<TruePerson> meant(String id, String name) {
    return known.computeIfAbsent(id + "\n" + name, key -> find(id, name));
  }

  private Optional<TruePerson> find(String id, String name) {
    Optional<TruePerson> byId = people.stream().filter(p -> holds(id, p.id())).findFirst();
    if (byId.isPresent()) {
      return byId.filter(p -> p.name().equals(name));
    }
    return people.stream()
        .filter(p -> p.name().equals(name))
        .max(Comparator.comparingDouble(p -> overlap(p, id, name)));
  }

  /** Whether an id is the other one, or has it as a word of its own. */
  static boolean holds(String id, String own) {
    return id.equals(own)
        || Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(own) + "(?![A-Za-z0-9])")
            .matcher(id)
            .find();
  }

  private double overlap(TruePerson person, String id, String name) {
    return claims.stream()
        .filter(c -> c.speakerId().equals(id) && c.speaker().equals(name))
        .flatMap(c -> c.span().clip(person.spans()).stream())
        .mapToDouble(Span::lengthMs)
        .sum();
  }
}
