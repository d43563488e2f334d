package dev.meetbot.provider.platform.web;

import dev.meetbot.spi.browser.BrowserException;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;

/**
 * How an element of a platform's data file does on the page at one moment.
 *
 * @param name in the data file
 * @param matches for each alternative in order, how many visible elements it finds
 */
public record ElementSurvey(String name, List<Integer> matches) {
  public ElementSurvey {
    matches = List.copyOf(matches);
  }

  /** Reads what the reader in the page gives. */
  static List<ElementSurvey> parse(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readArray().getValuesAs(JsonObject.class).stream()
          .map(
              e ->
                  new ElementSurvey(
                      e.getString("name"),
                      e.getJsonArray("alternatives").getValuesAs(JsonNumber::intValue)))
          .toList();
    } catch (JsonException | NullPointerException | ClassCastException e) {
      throw new BrowserException("The page gave no survey", e);
    }
  }
}
