package dev.meetbot.engine.internal.watch;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A participant's name as lower-case words, in its parts: what a comma, a bracket or a dash between
 * blanks separates does not belong together ("Mr. Read, AI researcher" names no "Read AI"). Dots
 * and other signs within a part only separate words, so that "Read.ai" is "read ai".
 *
 * @param main the parts outside of brackets
 * @param aside the parts in brackets
 */
record NameWords(List<List<String>> main, List<List<String>> aside) {
  private static final Pattern BRACKETS = Pattern.compile("\\(([^()]*)\\)|\\[([^\\[\\]]*)]");
  private static final Pattern BREAK =
      Pattern.compile("[,|/:()\\[\\]{}\u00b7\u2022]|\\s[-\u2013\u2014]\\s");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern NUMBER = Pattern.compile("\\p{N}+");

  static NameWords of(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    List<List<String>> aside = new ArrayList<>();
    Matcher brackets = BRACKETS.matcher(plain);
    String rest =
        brackets.replaceAll(
            found -> {
              aside.addAll(parts(found.group().substring(1)));
              return " , ";
            });
    return new NameWords(parts(rest), List.copyOf(aside));
  }

  /** The words of a text, whatever separates them. */
  static List<String> words(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return Arrays.stream(NO_WORD.split(plain)).filter(word -> !word.isEmpty()).toList();
  }

  private static List<List<String>> parts(String text) {
    return BREAK
        .splitAsStream(text)
        .map(NameWords::words)
        .filter(words -> !words.isEmpty())
        .toList();
  }

  /** All parts, those in brackets last. */
  List<List<String>> parts() {
    return Stream.concat(main.stream(), aside.stream()).toList();
  }

  /** All words, across the parts. */
  List<String> all() {
    return parts().stream().flatMap(List::stream).collect(Collectors.toList());
  }

  /**
   * The words of a name that has one part outside of brackets, without the numbers that platforms
   * put behind a name; empty when it has more.
   */
  List<String> whole() {
    if (main.size() != 1) {
      return List.of();
    }
    List<String> words = main.get(0);
    int end = words.size();
    while (end > 1 && NUMBER.matcher(words.get(end - 1)).matches()) {
      end--;
    }
    return words.subList(0, end);
  }

  /** Whether these words stand one after the other in one part. */
  boolean holds(List<String> phrase) {
    return parts().stream().anyMatch(part -> Collections.indexOfSubList(part, phrase) >= 0);
  }

  /** Whether the whole name ends in these words. */
  boolean endsWith(List<String> phrase) {
    List<String> whole = whole();
    int from = whole.size() - phrase.size();
    return from >= 0 && whole.subList(from, whole.size()).equals(phrase);
  }
}
