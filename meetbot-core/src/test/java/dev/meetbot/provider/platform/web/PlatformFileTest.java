package dev.meetbot.provider.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator puts over the bundled data. */
class PlatformFileTest {
  @TempDir Path directory;
  private Path override;
  private int written;

  @BeforeEach
  void name() {
    override = directory.resolve("test-web.json");
  }

  private void write(String json) throws IOException {
    Files.writeString(override, json.replace('\'', '"'));
    Files.setLastModifiedTime(override, FileTime.fromMillis(1_000_000L + 1000 * ++written));
  }

  private PlatformFile file() {
    return PlatformFiles.under(directory).of("test-web", PlatformFileTest.class);
  }

  @Test
  void objects_are_merged_and_the_rest_is_replaced() throws IOException {
    write(
        "{'revision': '2026-12-01', 'flags': {'x': true},"
            + " 'elements': {'hangUp': [{'css': 'a'}, {'css': 'b'}, {'css': 'c'}]}}");
    PlatformData data = file().current();
    assertThat(data.revision()).isEqualTo("2026-12-01");
    assertThat(data.flag("x")).isTrue();
    assertThat(data.elements()).containsEntry("hangUp", 3).containsEntry("joinButton", 2);
    assertThat(data.json().getJsonObject("flags")).containsKey("inCallSettleMillis");
  }

  @Test
  void a_file_that_changes_is_read_again_and_a_broken_one_is_not_taken() throws IOException {
    PlatformFile file = file();
    assertThat(file.current().revision()).isEqualTo("2026-11-22");
    write("{'revision': '2026-12-02'}");
    assertThat(file.current().revision()).isEqualTo("2026-12-02");
    write("{'revision': 7}");
    assertThat(file.current().revision()).isEqualTo("2026-12-02");
    write("{'revision");
    assertThat(file.current().revision()).isEqualTo("2026-12-02");
    Files.delete(override);
    assertThat(file.current().revision()).isEqualTo("2026-11-22");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"elements\": {\"hangUp\": [{\"css\": \"a\"}]}} | /elements/hangUp",
        "{\"elements\": {\"hangUp\": [{\"text\": \"nix\"}, {}]}} | /elements/hangUp/1",
        "{\"elements\": {\"hangUp\": [{\"text\": \"nix\"}, {\"css\": \"a\"}]}} | /elements/hangUp/0/text: there is no text \"nix\"",
        "{\"texts\": {\"join\": {\"ja\": []}}} | /texts/join/ja",
        "{\"texts\": {\"more\": {\"en\": [\"x\"]}}} | /texts/more",
        "{\"states\": [{\"state\": \"HAPPY\", \"any\": []}]} | /states/0/state",
        "{\"states\": [{\"state\": \"ENDED\", \"any\": [\"element:nix\"]}]} | /states/0/any/0: there is no element \"nix\"",
        "{\"states\": [{\"state\": \"ENDED\", \"any\": [\"url:(\"]}]} | /states/0/any/0 is no regular expression",
        "{\"flow\": [{\"name\": \"a\", \"when\": [], \"do\": \"click\", \"phase\": \"any\"}]} | /flow/0 names no element to click",
        "{\"flow\": [{\"name\": \"a\", \"when\": [], \"do\": \"dance\", \"phase\": \"any\"}]} | /flow/0/do",
        "{\"roster\": {\"name\": \"nix\"}} | /roster/name: there is no element \"nix\"",
        "{\"platform\": \"other\"} | /platform is not test-web but other",
        "{\"colour\": \"red\"} | colour",
        "[] | is no JSON object"
      })
  void a_fault_at_the_start_names_file_and_place(String json, String place) throws IOException {
    write(json);
    assertThatThrownBy(this::file)
        .isInstanceOf(PlatformDataException.class)
        .hasMessageStartingWith(override.toString())
        .hasMessageContaining(place);
  }
}
