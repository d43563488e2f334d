package dev.meetbot.engine.internal.finalizing;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The part of a file's name that says whose it is. Pure. */
final class FileNames {
  private static final int MAX_CHARACTERS = 60;

  /** File systems take 255 bytes a name, and ours has a prefix and an ending too. */
  private static final int MAX_BYTES = 160;

  private final Map<String, String> byPerson = new HashMap<>();

  private FileNames() {}

  /** Names for these people; of two equal ones the first to arrive has it without a number. */
  static FileNames of(List<Person> inOrderOfArrival) {
    FileNames names = new FileNames();
    Set<String> taken = new HashSet<>();
    for (Person person : inOrderOfArrival) {
      String slug = slug(person.name());
      String name = slug;
      for (int i = 2; !taken.add(name); i++) {
        name = slug + "-" + i;
      }
      names.byPerson.put(person.id(), name);
    }
    return names;
  }

  /** The name of the track's owner, or one made of the track when that is unknown. */
  String speaker(CapturedTrack track) {
    String name = track.owner() == null ? null : byPerson.get(track.owner().participantId());
    return name != null ? name : unknown(track);
  }

  private static String unknown(CapturedTrack track) {
    // A contributing source has a file for each track that it came in.
    String source = track.stream().id().replaceAll("\\D", "");
    String number = "unknown-" + (track.contributing() ? source : "" + track.id().number());
    return track.id().attempt() == 1 ? number : number + "-" + track.id().attempt();
  }

  /** Letters and digits of any script in lower case, dashes for the rest. */
  static String slug(String name) {
    StringBuilder slug = new StringBuilder();
    String plain = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    int[] points = plain.codePoints().toArray();
    int characters = 0;
    for (int point : points) {
      if (characters >= MAX_CHARACTERS) {
        break;
      }
      if (Character.isLetterOrDigit(point)) {
        slug.appendCodePoint(point);
        characters++;
      } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
        slug.append('-');
        characters++;
      }
      if (slug.toString().getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
        slug.setLength(slug.offsetByCodePoints(slug.length(), -1));
        break;
      }
    }
    while (!slug.isEmpty() && slug.charAt(slug.length() - 1) == '-') {
      slug.setLength(slug.length() - 1);
    }
    return slug.isEmpty() ? "participant" : slug.toString();
  }
}
