package dev.meetbot.example.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/write-a-plugin.md} shows is what is here, and was compiled and tested. */
final class GuideIT {
  private static final Path ROOT = Path.of("../../..");
  private static final Path DOCS = ROOT.resolve("docs");
  private static final Pattern FILE =
      Pattern.compile("<!-- file: (\\S+) -->\\n```\\w+\\n(.*?)```\\n", Pattern.DOTALL);
  private static final Pattern POM =
      Pattern.compile("<!-- pom -->\\n```xml\\n(.*?)```\\n", Pattern.DOTALL);
  private static final Pattern VERSIONED =
      Pattern.compile(
          "<artifactId>([^<]+)</artifactId>\\s*<version>([^<]+)</version>", Pattern.DOTALL);
  private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

  @Test
  void theCodeBlocksAreTheExamplesFiles() throws IOException {
    List<MatchResult> blocks = FILE.matcher(guide()).results().toList();
    assertThat(blocks).hasSize(4);
    for (MatchResult block : blocks) {
      assertThat(block.group(2)).isEqualTo(Files.readString(DOCS.resolve(block.group(1))));
    }
  }

  @Test
  void everyOtherCodeBlockWithALanguageIsThePom() throws IOException {
    long fenced = guide().lines().filter(line -> line.matches("```\\w+")).count();
    assertThat(fenced).isEqualTo(5);
  }

  @Test
  void thePomNamesTheVersionsThatTheExampleIsBuiltWith() throws IOException {
    String parent = Files.readString(ROOT.resolve("pom.xml"));
    String pom = pomOfTheGuide();
    List<String> seen = new ArrayList<>();
    Matcher versioned = VERSIONED.matcher(pom);
    while (versioned.find()) {
      String artifact = versioned.group(1);
      String version = resolved(versioned.group(2), pom);
      if (!artifact.equals("meetbot-jms")) {
        assertThat(version).as(artifact).isEqualTo(inParent(artifact, parent));
        seen.add(artifact);
      }
    }
    assertThat(seen).hasSize(13).contains("meetbot-spi", "activemq-client", "junit-jupiter");
  }

  @Test
  void thePomHasTheDependenciesOfTheExample() throws IOException {
    String example = Files.readString(Path.of("pom.xml"));
    assertThat(dependencies(pomOfTheGuide())).isEqualTo(dependencies(example)).hasSize(8);
  }

  private static List<String> dependencies(String pom) {
    return Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL)
        .matcher(pom)
        .results()
        .map(found -> found.group(1).replaceAll("<version>[^<]*</version>|\\s", ""))
        .toList();
  }

  private static String inParent(String artifact, String parent) {
    String text =
        switch (artifact) {
          case "meetbot-spi" -> first("<version>([^<]+)</version>", parent);
          case "junit-jupiter" -> "${junit.version}";
          default ->
              first(
                  "<artifactId>" + artifact + "</artifactId>\\s*<version>([^<]+)</version>",
                  parent);
        };
    return resolved(text, parent);
  }

  private static String resolved(String version, String pom) {
    Matcher property = PROPERTY.matcher(version);
    return property.matches()
        ? first("<" + Pattern.quote(property.group(1)) + ">([^<]+)<", pom)
        : version;
  }

  private static String first(String pattern, String text) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }

  private static String pomOfTheGuide() throws IOException {
    Matcher pom = POM.matcher(guide());
    assertThat(pom.find()).isTrue();
    return pom.group(1);
  }

  private static String guide() throws IOException {
    return Files.readString(DOCS.resolve("write-a-plugin.md"));
  }
}
