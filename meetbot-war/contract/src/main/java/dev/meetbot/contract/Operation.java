package dev.meetbot.contract;

import jakarta.json.JsonObject;
import java.util.regex.Pattern;

/**
 * One method of one path.
 *
 * @param method in capitals
 * @param template the path with its parameters in braces
 * @param json as the document has it
 */
public record Operation(String method, String template, JsonObject json) {
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

  public String id() {
    return json.getString("operationId");
  }

  /** Where it stands in the document, as a JSON pointer. */
  public String pointer() {
    String path = template.replace("~", "~0").replace("/", "~1");
    return "/paths/" + path + "/" + method.toLowerCase(java.util.Locale.ROOT);
  }

  /** Whether it is of that path; the last parameter may hold slashes when it is an artifact. */
  boolean matches(String path) {
    StringBuilder regex = new StringBuilder();
    int from = 0;
    var parameters = PARAMETER.matcher(template);
    while (parameters.find()) {
      regex.append(Pattern.quote(template.substring(from, parameters.start())));
      boolean rest = parameters.group(1).equals("name") && parameters.end() == template.length();
      regex.append(rest ? ".+" : "[^/]+");
      from = parameters.end();
    }
    regex.append(Pattern.quote(template.substring(from)));
    return Pattern.matches(regex.toString(), path);
  }

  /** How much of the template is no parameter. */
  int literals() {
    return PARAMETER.matcher(template).replaceAll("").length();
  }

  @Override
  public String toString() {
    return method + " " + template;
  }
}
