package dev.meetbot.lab.run;

import dev.meetbot.lab.server.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which elements of the platforms' pages bots found so far, as the server's metrics tell. */
final class FoundElements {
  private static final Pattern MATCHES =
      Pattern.compile("(?m)^meetbot_platform_element_matches_total\\{([^}]*)} ");

  private FoundElements() {}

  /** Elements by platform. */
  static Map<String, Set<String>> of(ServerProcess server) {
    Map<String, Set<String>> found = new TreeMap<>();
    Matcher line = MATCHES.matcher(metrics(server));
    while (line.find()) {
      found
          .computeIfAbsent(label("platform", line.group(1)), p -> new HashSet<>())
          .add(label("element", line.group(1)));
    }
    return found;
  }

  private static String metrics(ServerProcess server) {
    HttpRequest request =
        HttpRequest.newBuilder(server.base().resolve("/metrics"))
            .header("Authorization", "Bearer " + server.operatorKey().orElseThrow())
            .build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException("no metrics: " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static String label(String name, String labels) {
    Matcher value = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(labels);
    if (!value.find()) {
      throw new IllegalStateException("no " + name + " in " + labels);
    }
    return value.group(1);
  }
}
