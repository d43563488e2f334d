package dev.meetbot.engine.internal.entry;

import dev.meetbot.engine.IdentityView;
import dev.meetbot.engine.InvalidJobException;
import dev.meetbot.engine.Issue;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Accounts as the operator sees them: checked, stored, listed, forgotten. */
public record IdentityShelf(IdentityRecords records, Set<String> platforms, InstantSource clock) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final int MAX_STATE = 700_000;

  public IdentityView store(String name, String platform, String state) {
    List<Issue> issues = new ArrayList<>();
    if (!NAME.matcher(name).matches()) {
      String message = "name must have 1 to 64 letters, digits, dots, dashes and underscores";
      issues.add(new Issue(List.of("name"), "invalid_value", message));
    }
    if (!platforms.contains(platform)) {
      String known = String.join(", ", platforms.stream().sorted().toList());
      String message = "platform must be one of " + known;
      issues.add(new Issue(List.of("platform"), "unknown_platform", message));
    }
    if (state.getBytes(StandardCharsets.UTF_8).length > MAX_STATE) {
      String message = "state may have at most 700000 bytes";
      issues.add(new Issue(List.of("state"), "too_long", message));
    } else if (!usable(state)) {
      String message = "state must be a storage state: an object with cookies and origins";
      issues.add(new Issue(List.of("state"), "invalid_value", message));
    }
    if (!issues.isEmpty()) {
      throw new InvalidJobException(issues);
    }
    return records.put(name, platform, state, clock.instant()).view(clock.instant());
  }

  private static boolean usable(String state) {
    try (JsonReader reader = Json.createReader(new StringReader(state))) {
      JsonObject object = reader.readObject();
      return !object.isEmpty() && list(object, "cookies") && list(object, "origins");
    } catch (JsonException e) {
      return false;
    }
  }

  private static boolean list(JsonObject state, String name) {
    JsonValue value = state.getOrDefault(name, JsonValue.EMPTY_JSON_ARRAY);
    return value instanceof JsonArray array
        && array.stream().allMatch(JsonObject.class::isInstance);
  }

  public List<IdentityView> list() {
    return records.list(clock.instant()).stream().map(i -> i.view(clock.instant())).toList();
  }

  public boolean delete(String name) {
    return records.delete(name);
  }
}
