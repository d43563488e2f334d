package dev.meetbot.provider.platform.web;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Whether every name in a data file leads somewhere; what its schema cannot say. One use. */
final class References {
  private static final Set<String> CONDITIONS = Set.of("any", "all", "none", "when", "unless");
  private static final Set<String> TARGETED = Set.of("click", "name", "passcode");
  private static final Set<String> PARTS = Set.of("roster", "chat", "captions", "leave");

  private final JsonObject file;
  private final Set<String> elements;
  private final Set<String> texts;
  private final List<String> faults = new ArrayList<>();

  /** A file that the schema allows. */
  References(JsonObject file) {
    this.file = file;
    this.elements = file.getJsonObject("elements").keySet();
    this.texts = file.getJsonObject("texts").keySet();
  }

  List<String> faults() {
    file.getJsonObject("elements").forEach((name, list) -> element(name, list.asJsonArray()));
    rules("states");
    rules("flow");
    steps(file.getJsonArray("flow"));
    for (String part : PARTS) {
      if (file.containsKey(part)) {
        part(part, file.getJsonObject(part));
      }
    }
    return List.copyOf(faults);
  }

  private void element(String name, JsonArray alternatives) {
    for (int i = 0; i < alternatives.size(); i++) {
      JsonObject alternative = alternatives.getJsonObject(i);
      String at = "/elements/" + name + "/" + i;
      for (String key : List.of("text", "label")) {
        if (alternative.containsKey(key)) {
          known(texts, "text", alternative.getString(key), at + "/" + key);
        }
      }
      if (alternative.containsKey("within")) {
        known(elements, "element", alternative.getString("within"), at + "/within");
      }
    }
  }

  private void rules(String list) {
    JsonArray rules = file.getJsonArray(list);
    for (int i = 0; i < rules.size(); i++) {
      JsonObject rule = rules.getJsonObject(i);
      String at = "/" + list + "/" + i;
      for (String key : CONDITIONS) {
        if (rule.containsKey(key)) {
          conditions(rule.getJsonArray(key), at + "/" + key);
        }
      }
      if (rule.containsKey("words")) {
        String element = rule.getString("words").replaceFirst("^element:", "");
        known(elements, "element", element, at + "/words");
      }
    }
  }

  private void conditions(JsonArray conditions, String at) {
    for (int i = 0; i < conditions.size(); i++) {
      String condition = conditions.getString(i);
      String kind = condition.substring(0, condition.indexOf(':'));
      String name = condition.substring(kind.length() + 1);
      switch (kind) {
        case "element", "enabled", "filled" -> known(elements, "element", name, at + "/" + i);
        case "text", "title" -> known(texts, "text", name, at + "/" + i);
        case "url" -> pattern(name, at + "/" + i);
        default -> {}
      }
    }
  }

  private void pattern(String regex, String at) {
    try {
      Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      faults.add(at + " is no regular expression: " + e.getDescription());
    }
  }

  private void steps(JsonArray flow) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < flow.size(); i++) {
      JsonObject step = flow.getJsonObject(i);
      if (!names.add(step.getString("name"))) {
        faults.add("/flow/" + i + "/name comes a second time: " + step.getString("name"));
      }
      if (step.containsKey("element")) {
        known(elements, "element", step.getString("element"), "/flow/" + i + "/element");
      } else if (TARGETED.contains(step.getString("do"))) {
        faults.add("/flow/" + i + " names no element to " + step.getString("do"));
      }
    }
  }

  /**
   * Strings name elements, unless they are attributes or one of the fields with words of its own.
   */
  private void part(String part, JsonObject fields) {
    fields.forEach(
        (field, value) -> {
          String at = "/" + part + "/" + field;
          if (field.equals("placeholders")) {
            known(texts, "text", fields.getString(field), at);
          } else if (!field.equals("source")) {
            names(value).forEach(name -> known(elements, "element", name, at));
          }
        });
  }

  private static List<String> names(JsonValue value) {
    if (value instanceof JsonArray array) {
      return array.stream().flatMap(each -> names(each).stream()).toList();
    }
    return value instanceof JsonString text && !text.getString().matches("@.*|\\.")
        ? List.of(text.getString())
        : List.of();
  }

  private void known(Set<String> names, String what, String name, String at) {
    if (!names.contains(name)) {
      faults.add(at + ": there is no " + what + " \"" + name + "\"");
    }
  }
}
