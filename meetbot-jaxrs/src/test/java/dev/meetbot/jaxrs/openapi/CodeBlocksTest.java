package dev.meetbot.jaxrs.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.contract.OpenApi;
import dev.meetbot.contract.Operation;
import dev.meetbot.contract.Schemas;
import dev.meetbot.contract.YamlFile;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** What the pages of the documentation show of the API, held to its document. */
class CodeBlocksTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^(?:<!-- schema: (\\w+) -->\\n)?```(\\w+)\\n(.*?)^```$");
  private static final Pattern CALL = Pattern.compile("curl (?:\\\\\\n|[^\\n])*");
  private static final Pattern CALL_PATH = Pattern.compile("/api/v1/[^\\s\"?]*");
  private static final Pattern CALL_BODY = Pattern.compile("-d '(\\{.*?})'", Pattern.DOTALL);
  private static final Pattern NAMED =
      Pattern.compile("`(GET|HEAD|POST|PUT|DELETE) (/[a-z][^`?< ]*)[`? ]");

  /** Which pages have blocks in which language, and so who runs them. Others are to be added. */
  private static final Map<String, Set<String>> RUN =
      Map.of(
          // JavaPageIT and WebhookPageIT; GuideIT for the last
          "java", Set.of("sdk-java.md", "start.md", "webhooks.md", "write-a-plugin.md"),
          // test_examples.py
          "python", Set.of("sdk-python.md", "start.md", "webhooks.md", "README.md"),
          // WebhookPageIT
          "javascript", Set.of("webhooks.md"),
          "go", Set.of("webhooks.md"),
          // here
          "json", Set.of("webhooks.md", "ways-in.md"),
          // DeployDocsIT; of start.md the requests, here
          "sh", Set.of("standalone.md", "tomcat.md", "start.md"),
          // GuideIT
          "text", Set.of("write-a-plugin.md"));

  /** Parsed here, but not run: settings of other programs. */
  private static final Map<String, Set<String>> PARSED =
      Map.of(
          "xml", Set.of("tomcat.md", "write-a-plugin.md", "sdk-java.md"),
          "yaml", Set.of("operations.md"));

  /** Not even that: settings of other programs, and how to install a package. */
  private static final Map<String, Set<String>> READ_ONLY =
      Map.of(
          "bash", Set.of("sdk-python.md", "README.md"),
          "ini", Set.of("standalone.md"),
          "nginx", Set.of("standalone.md"));

  private static final OpenApi DOCUMENT =
      OpenApi.ofJson(new String(Resources.own("openapi.json"), StandardCharsets.UTF_8));
  private static final Schemas SCHEMAS = new Schemas(DOCUMENT);

  private static Map<Path, String> pages() throws IOException {
    Map<Path, String> pages = new TreeMap<>();
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      Stream.concat(
              docs.filter(path -> path.toString().endsWith(".md")),
              Stream.of(ROOT.resolve("README.md"), ROOT.resolve("meetbot-sdk-python/README.md")))
          .forEach(path -> pages.put(path, text(path)));
    }
    assertThat(pages).hasSizeGreaterThan(30);
    return pages;
  }

  private static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void every_block_of_code_is_run_by_a_test_or_known_not_to_be() throws IOException {
    List<String> unknown = new ArrayList<>();
    pages()
        .forEach(
            (page, text) -> {
              Matcher blocks = BLOCK.matcher(text);
              while (blocks.find()) {
                String name = page.getFileName().toString();
                String language = blocks.group(2);
                if (!RUN.getOrDefault(language, Set.of()).contains(name)
                    && !PARSED.getOrDefault(language, Set.of()).contains(name)
                    && !READ_ONLY.getOrDefault(language, Set.of()).contains(name)) {
                  unknown.add(language + " in " + page);
                }
              }
            });
    assertThat(unknown).isEmpty();
  }

  @Test
  void blocks_of_json_are_json_of_the_schema_that_they_name() throws IOException {
    int checked = 0;
    for (Map.Entry<Path, String> page : pages().entrySet()) {
      for (MatchResult block : BLOCK.matcher(page.getValue()).results().toList()) {
        if (block.group(2).equals("json")) {
          try (JsonReader reader = Json.createReader(new StringReader(block.group(3)))) {
            assertThat(reader.readValue()).as("%s", page.getKey()).isNotNull();
          }
          assertThat(block.group(1)).as("the schema of a block in %s", page.getKey()).isNotNull();
          assertThat(SCHEMAS.faults("/components/schemas/" + block.group(1), block.group(3)))
              .as("%s", page.getKey())
              .isEmpty();
          checked++;
        }
      }
    }
    assertThat(checked).isPositive();
  }

  @Test
  void blocks_of_xml_and_yaml_can_be_read() throws Exception {
    Set<String> read = new TreeSet<>();
    for (Map.Entry<Path, String> page : pages().entrySet()) {
      for (MatchResult block : BLOCK.matcher(page.getValue()).results().toList()) {
        if (block.group(2).equals("yaml")) {
          assertThat(YamlFile.read(block.group(3))).as("%s", page.getKey()).isNotEmpty();
          read.add("yaml");
        } else if (block.group(2).equals("xml")) {
          // some are parts, with more than one element at the top
          String whole = "<all>" + block.group(3).replaceFirst("<\\?xml[^>]*>", "") + "</all>";
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(whole)));
          read.add("xml");
        }
      }
    }
    assertThat(read).isEqualTo(PARSED.keySet());
  }

  @Test
  void requests_by_curl_fit_the_document() throws IOException {
    int checked = 0;
    for (Map.Entry<Path, String> page : pages().entrySet()) {
      for (MatchResult call : CALL.matcher(page.getValue()).results().toList()) {
        Matcher path = CALL_PATH.matcher(call.group());
        if (path.find()) {
          Matcher body = CALL_BODY.matcher(call.group());
          String method = call.group().matches("(?s).* (-d|--data).*") ? "POST" : "GET";
          // a variable of the shell stands for an id
          Optional<Operation> operation = DOCUMENT.find(method, path.group());
          assertThat(operation).as("%s: %s", page.getKey(), call.group()).isPresent();
          if (body.find()) {
            assertThat(SCHEMAS.requestFaults(operation.orElseThrow(), body.group(1)))
                .as("%s: %s", page.getKey(), call.group())
                .isEmpty();
          }
          checked++;
        }
      }
    }
    assertThat(checked).isGreaterThanOrEqualTo(4);
  }

  @Test
  void operations_that_pages_name_exist() throws IOException {
    List<String> unknown = new ArrayList<>();
    int named = 0;
    for (Map.Entry<Path, String> page : pages().entrySet()) {
      for (MatchResult match : NAMED.matcher(page.getValue()).results().toList()) {
        named++;
        // that page also tells what other products call it
        if (!page.getKey().endsWith("migrate.md")
            && DOCUMENT.find(match.group(1), match.group(2)).isEmpty()) {
          unknown.add(page.getKey() + ": " + match.group(1) + " " + match.group(2));
        }
      }
    }
    assertThat(named).isGreaterThan(30);
    assertThat(unknown).isEmpty();
  }
}
