package dev.meetbot.sdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ArtifactsCommandTest {
  @TempDir Path home;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(home);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Path out() {
    return home.resolve("out");
  }

  private Desk.Result fetch(String... more) {
    return desk.run(
        Stream.concat(Stream.of("artifacts", "1", "--out", out().toString()), Arrays.stream(more))
            .toArray(String[]::new));
  }

  private static Map<String, String> files(String... namesAndTexts) {
    Map<String, String> files = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.put(namesAndTexts[i], namesAndTexts[i + 1]);
    }
    return files;
  }

  @Test
  void all_files_of_the_manifest_and_the_manifest_are_fetched() {
    String manifest = Answers.manifest(files("audio.webm", "abc", "evidence/page.txt", "de"));
    desk.api
        .then(200, manifest)
        .then(200, manifest)
        .then(200, "abc")
        .then(200, manifest)
        .then(200, "de")
        .then(200, manifest)
        .then(200, manifest);
    Desk.Result result = fetch();
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(out().resolve("audio.webm")).hasContent("abc");
    assertThat(out().resolve("evidence/page.txt")).hasContent("de");
    assertThat(out().resolve("manifest.json")).hasContent(manifest);
    assertThat(result.lines().get(0)).isEqualTo("3 B       " + out().resolve("audio.webm"));
  }

  @Test
  void what_is_there_is_not_fetched_again_unless_its_bytes_are_others() throws Exception {
    String manifest = Answers.manifest(files("a", "abc", "b", "xyz"));
    Files.createDirectories(out());
    Files.writeString(out().resolve("a"), "abc");
    Files.writeString(out().resolve("b"), "xxx");
    desk.api.then(200, manifest).then(200, manifest).then(200, "xyz");
    Desk.Result result = fetch("a", "b", "--json");
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("\"state\": \"present\"", "\"state\": \"downloaded\"", "\"jobId\": \"1\"");
    assertThat(out().resolve("b")).hasContent("xyz");
    assertThat(desk.api.isUsedUp()).isTrue();
  }

  @Test
  void a_folder_of_another_job_is_refused_before_anything_is_written() throws Exception {
    Files.createDirectories(out());
    String other = Answers.manifest(files("a", "xyz")).replace("\"id\":\"1\"", "\"id\":\"2\"");
    Files.writeString(out().resolve("manifest.json"), other);
    desk.api.then(200, Answers.manifest(files("a", "abc")));
    Desk.Result result = fetch();
    assertThat(result.code()).isEqualTo(7);
    assertThat(result.err())
        .isEqualTo("meetbot: " + out() + " holds the files of job 2: choose another --out\n");
    assertThat(out().resolve("a")).doesNotExist();
    assertThat(out().resolve("manifest.json")).hasContent(other);
  }

  @Test
  void a_download_that_broke_off_goes_on() throws Exception {
    String manifest = Answers.manifest(files("a", "abcdef"));
    Files.createDirectories(out());
    Files.writeString(out().resolve("a.part"), "abc");
    desk.api
        .then(200, manifest)
        .then(200, manifest)
        .then(206, Map.of("Content-Range", "bytes 3-5/6"), "def");
    assertThat(fetch("a").code()).isZero();
    assertThat(out().resolve("a")).hasContent("abcdef");
  }

  @Test
  void bytes_that_are_not_the_manifests_are_an_error() {
    String manifest = Answers.manifest(files("a", "abc"));
    desk.api.then(200, manifest).then(200, manifest).then(200, "abd");
    Desk.Result result = fetch("a");
    assertThat(result.code()).isEqualTo(6);
    assertThat(result.err()).contains("SHA-256 of a");
    assertThat(out().resolve("a")).doesNotExist();
  }

  @Test
  void a_terminal_shows_a_bar_and_machines_see_none() {
    String manifest = Answers.manifest(files("a", "abc"));
    desk.terminal(80).api.then(200, manifest).then(200, manifest).then(200, "abc");
    assertThat(fetch("a").err()).contains("[########################] 100%").endsWith("\r\u001b[K");
    desk.api.then(200, manifest);
    assertThat(fetch("a", "--json").err()).isEmpty();
  }

  @Test
  void the_list_fetches_nothing() {
    desk.api.then(200, Answers.manifest(files("a", "abc"))).then(200, Answers.manifest(files()));
    assertThat(desk.run("artifacts", "1", "--list").lines())
        .containsExactly("NAME  KIND   SIZE  LENGTH  SPEAKER", "a     audio  3 B   1m 01s  Ada");
    assertThat(desk.run("artifacts", "1", "--list", "--json").out()).contains("\"files\": []");
    assertThat(desk.api.seen()).hasSize(2);
  }

  @Test
  void a_name_that_leads_out_of_the_folder_is_refused() {
    String manifest = Answers.manifest(files("../outside", "abc"));
    desk.api.then(200, manifest);
    Desk.Result result = fetch();
    assertThat(result.code()).isEqualTo(7);
    assertThat(home.resolve("outside")).doesNotExist();
  }

  @Test
  void without_a_manifest_there_is_nothing_to_fetch() {
    desk.api.then(404, Answers.error("not_found", "the manifest is not written yet"));
    Desk.Result result = fetch();
    assertThat(result.code()).isEqualTo(4);
    assertThat(result.err()).contains("not written yet");
  }

  @Test
  void the_manifest_is_shown() {
    desk.api.then(200, Answers.manifest(files("a", "abc"))).then(200, Answers.manifest(files()));
    assertThat(desk.run("manifest", "1").out())
        .contains("length       1m 01s", "  Ada", "a     audio  3 B   1m 01s  Ada");
    assertThat(desk.run("manifest", "1", "--json").out()).startsWith("{\n  \"version\": 1,");
  }
}
