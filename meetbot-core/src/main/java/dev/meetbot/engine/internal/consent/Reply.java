package dev.meetbot.engine.internal.consent;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a line of chat means as an answer to "may I record?". Only short and clear lines count:
 * every word must belong to a yes, or every word to a no, or be filler such as "please"; "yes, but
 * not now" is no answer. Words are compared whole, without case, accents and punctuation.
 */
public enum Reply {
  YES,
  NO,
  /** A no that speaks of recording itself, so it is understood without having been asked. */
  STOP;

  private static final int MAX_CHARACTERS = 60;

  /** What the line means; empty when it is not a clear answer. */
  public static Optional<Reply> of(String line) {
    if (line.length() > MAX_CHARACTERS || line.indexOf('?') >= 0 || line.indexOf('？') >= 0) {
      return Optional.empty();
    }
    String words = " " + plain(line) + " ";
    if (ReplyWords.STOP.contains(without(words, ReplyWords.FILLERS).strip())) {
      return Optional.of(STOP);
    }
    String yes = without(words, ReplyWords.YES);
    if (!yes.equals(words) && without(yes, ReplyWords.FILLERS).isBlank()) {
      return Optional.of(YES);
    }
    String no = without(words, ReplyWords.NO);
    return !no.equals(words) && without(no, ReplyWords.FILLERS).isBlank()
        ? Optional.of(NO)
        : Optional.empty();
  }

  /** The longest phrases go first, so that "no problem" is taken out as a whole. */
  private static String without(String words, List<String> phrases) {
    String left = words;
    for (String phrase : phrases) {
      String whole = " " + phrase + " ";
      while (left.contains(whole)) {
        left = left.replace(whole, " ");
      }
    }
    return left;
  }

  /** Lower case, without accents, with one blank between words and for every mark and symbol. */
  static String plain(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{Mn}+", "");
    return Normalizer.normalize(apart, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replace('ł', 'l')
        .replace("ß", "ss")
        .replaceAll("[^\\p{L}\\p{N}👍👎✅]+", " ")
        .strip();
  }
}
