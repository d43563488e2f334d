package dev.meetbot.engine.internal.watch;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How the bots of other products call themselves: data, read once at the start.
 *
 * @param suffixes words that make a bot of a vendor's bare name in front of them
 * @param endings words in which the whole name of a bot of no known vendor ends
 * @param generic words that mark a bot of no known vendor wherever they stand
 */
public record BotVendors(
    List<BotVendor> vendors,
    List<List<String>> suffixes,
    List<List<String>> endings,
    List<List<String>> generic) {
  private static final String FILE = "bot-vendors.json";

  /**
   * The list that comes with meetbot.
   *
   * @throws IllegalStateException that names what is wrong with it
   */
  public static BotVendors builtIn() {
    try (InputStream in = BotVendors.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing");
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The list in a stream of JSON. */
  static BotVendors read(InputStream in) {
    try (JsonReader reader = Json.createReader(in)) {
      JsonObject file = reader.readObject();
      List<BotVendor> vendors = new ArrayList<>();
      Set<String> known = new HashSet<>();
      for (JsonObject entry : file.getJsonArray("vendors").getValuesAs(JsonObject.class)) {
        BotVendor vendor =
            new BotVendor(
                entry.getString("vendor"), phrases(entry, "names"), phrases(entry, "phrases"));
        boolean says = !vendor.names().isEmpty() || !vendor.phrases().isEmpty();
        if (vendor.name().isBlank() || !says || !known.add(vendor.name())) {
          throw new IllegalStateException(FILE + ": empty or twice: " + entry);
        }
        vendors.add(vendor);
      }
      return new BotVendors(
          List.copyOf(vendors),
          phrases(file, "suffixes"),
          phrases(file, "endings"),
          phrases(file, "generic"));
    } catch (JsonException | ClassCastException | NullPointerException e) {
      throw new IllegalStateException(FILE + " is not as it should be: " + e.getMessage(), e);
    }
  }

  private static List<List<String>> phrases(JsonObject from, String field) {
    JsonArray texts = from.getJsonArray(field);
    if (texts == null) {
      throw new IllegalStateException(FILE + ": " + field + " is missing in " + from);
    }
    List<List<String>> phrases = new ArrayList<>();
    for (JsonValue text : texts) {
      List<String> words =
          text instanceof JsonString s ? NameWords.words(s.getString()) : List.of();
      if (words.isEmpty()) {
        throw new IllegalStateException(FILE + ": no words in " + field + ": " + text);
      }
      phrases.add(words);
    }
    return List.copyOf(phrases);
  }

  /** The vendor whose bot has such a name. */
  Optional<String> vendorOf(NameWords name) {
    return vendors.stream()
        .filter(vendor -> vendor.calls(name, suffixes))
        .map(BotVendor::name)
        .findFirst();
  }

  /** Whether that is the name of a bot of whatever vendor. */
  boolean isGeneric(NameWords name) {
    return generic.stream().anyMatch(name::holds) || endings.stream().anyMatch(name::endsWith);
  }

  /**
   * One vendor.
   *
   * @param names bare names, which people may have too: they count as the whole name, or with a
   *     suffix
   * @param phrases words that are no person's name: they count wherever they stand
   */
  public record BotVendor(String name, List<List<String>> names, List<List<String>> phrases) {
    boolean calls(NameWords words, List<List<String>> suffixes) {
      return phrases.stream().anyMatch(words::holds)
          || names.stream()
              .anyMatch(
                  bare ->
                      words.whole().equals(bare)
                          || suffixes.stream().anyMatch(s -> words.holds(joined(bare, s))));
    }

    private static List<String> joined(List<String> first, List<String> second) {
      return Stream.concat(first.stream(), second.stream()).toList();
    }
  }
}
