package dev.meetbot.provider.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every bundled data file holds to, beyond what its users need. */
class BundledFilesTest {
  private static final Pattern NAMES =
      Pattern.compile("(?<![A-Za-z0-9@-])(?:element|enabled|filled|text|title)?:?([a-z]\\w*)");

  record Bundled(Path path) {
    JsonObject json() throws IOException {
      return WebResource.parse(path.toString(), Files.readString(path));
    }

    @Override
    public String toString() {
      return path.getParent().getFileName().toString();
    }
  }

  /** Every data file beside a platform, whichever there are. */
  static Stream<Bundled> bundled() throws IOException, URISyntaxException {
    Path here = Path.of(WebPlatform.class.getResource("platform.schema.json").toURI());
    try (Stream<Path> files = Files.walk(here.getParent().getParent(), 2)) {
      List<Path> found = files.filter(path -> path.endsWith("platform.json")).toList();
      assertThat(found).hasSize(4);
      return found.stream().map(Bundled::new);
    }
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void is_right(Bundled file) throws IOException {
    assertThat(new PlatformSchema().faults(file.json())).isEmpty();
    PlatformData data = PlatformData.of(file.json());
    assertThat(data.browserLanguage()).isEqualTo("en-US");
    assertThat(data.elements().values()).allMatch(alternatives -> alternatives >= 2);
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void uses_all_that_it_names(Bundled file) throws IOException {
    JsonObject json = file.json();
    String users =
        json.get("states").toString()
            + json.get("flow")
            + json.get("roster")
            + json.get("chat")
            + json.get("captions")
            + json.get("leave")
            + json.get("elements").toString().replaceAll("\"\\w+\":\\[", "[");
    Matcher names = NAMES.matcher(users);
    Set<String> used = names.results().map(r -> r.group(1)).collect(Collectors.toSet());
    assertThat(used)
        .containsAll(json.getJsonObject("texts").keySet())
        .containsAll(json.getJsonObject("elements").keySet());
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void looks_for_the_lobby_before_the_call(Bundled file) throws IOException {
    String states = file.json().getJsonArray("states").toString();
    assertThat(states.indexOf("\"WAITING_ROOM\"")).isBetween(0, states.indexOf("\"IN_CALL\""));
    assertThat(states.indexOf("\"WAITING_FOR_HOST\"")).isBetween(0, states.indexOf("\"IN_CALL\""));
  }
}
