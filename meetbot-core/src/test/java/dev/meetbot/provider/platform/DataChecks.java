package dev.meetbot.provider.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a schema cannot say of a platform's data file and its script. */
public record DataChecks(JsonObject file, String script) {
  private static final Pattern FLAG = Pattern.compile("flags\\.([A-Za-z]+)");
  private static final Pattern WORDS = Pattern.compile("wordsOf\\('([A-Za-z]+)'\\)");

  /** The files beside that class. */
  public static DataChecks of(Class<?> home) {
    JsonObject file = Json.createReader(new StringReader(read(home, "platform.json"))).readObject();
    return new DataChecks(file, read(home, "page.js"));
  }

  private static String read(Class<?> home, String name) {
    try (InputStream in = Objects.requireNonNull(home.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String platform() {
    return file.getString("platform");
  }

  /** Every string in rules, steps and lists of fields, without what stands before a colon. */
  private Set<String> mentions() {
    Set<String> found = new HashSet<>();
    file.forEach(
        (part, value) -> {
          if (!Set.of("elements", "texts", "flags").contains(part)) {
            collect(value, found);
          }
        });
    file.getJsonObject("elements")
        .values()
        .forEach(
            list ->
                list.asJsonArray()
                    .forEach(
                        one ->
                            one.asJsonObject()
                                .forEach(
                                    (key, value) -> {
                                      if (!key.equals("css")) {
                                        collect(value, found);
                                      }
                                    })));
    Matcher words = WORDS.matcher(script);
    while (words.find()) {
      found.add(words.group(1));
    }
    return found;
  }

  private static void collect(JsonValue value, Set<String> found) {
    if (value instanceof JsonString text) {
      found.add(text.getString().replaceFirst("^(element|enabled|text):", ""));
    } else if (value instanceof JsonArray list) {
      list.forEach(one -> collect(one, found));
    } else if (value instanceof JsonObject object) {
      object.values().forEach(one -> collect(one, found));
    }
  }

  public Set<String> unusedElements() {
    return without("elements", mentions());
  }

  public Set<String> unusedTexts() {
    return without("texts", mentions());
  }

  private Set<String> without(String part, Set<String> used) {
    Set<String> left = new TreeSet<>(file.getJsonObject(part).keySet());
    left.removeAll(used);
    return left;
  }

  /** Flags that the script asks for and the file does not have. */
  public Set<String> missingFlags() {
    Set<String> asked = new TreeSet<>();
    Matcher flag = FLAG.matcher(script);
    while (flag.find()) {
      asked.add(flag.group(1));
    }
    asked.removeAll(file.getJsonObject("flags").keySet());
    return asked;
  }

  /** Elements that give the same way to find them twice, so that losing one loses both. */
  public List<String> repeatedAlternatives() {
    List<String> found = new ArrayList<>();
    file.getJsonObject("elements")
        .forEach(
            (name, list) -> {
              if (new HashSet<>(list.asJsonArray()).size() != list.asJsonArray().size()) {
                found.add(name);
              }
            });
    return found;
  }

  /** The states that some rule gives. */
  public Set<String> states() {
    Set<String> found = new TreeSet<>();
    file.getJsonArray("states").forEach(r -> found.add(r.asJsonObject().getString("state")));
    return found;
  }

  /** Fails when a phrase of one of these texts is part of another one's. */
  public void checkApart(String... texts) {
    for (String one : texts) {
      for (String other : texts) {
        if (!one.equals(other)) {
          for (String phrase : phrases(one)) {
            assertThat(phrases(other))
                .as("%s in %s", one, other)
                .noneMatch(o -> o.contains(phrase));
          }
        }
      }
    }
  }

  private List<String> phrases(String text) {
    return file.getJsonObject("texts").getJsonObject(text).values().stream()
        .flatMap(list -> list.asJsonArray().getValuesAs(JsonString.class).stream())
        .map(phrase -> phrase.getString().toLowerCase(Locale.ROOT))
        .toList();
  }
}
