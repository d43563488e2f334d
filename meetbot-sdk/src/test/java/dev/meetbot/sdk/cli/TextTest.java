package dev.meetbot.sdk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meetbot.sdk.JobStatus;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  /** A model. */
  public record Model(JobStatus status, Instant at, List<Integer> list, Object none) {}

  @Test
  void models_are_written_by_their_names_in_their_order() {
    Model model = new Model(JobStatus.IN_CALL, NOW, List.of(1, 2), null);
    assertThat(JsonText.line(model))
        .isEqualTo(
            "{\"status\":\"in_call\",\"at\":\"2026-11-22T10:00:00.000Z\",\"list\":[1,2],\"none\":null}");
    assertThat(JsonText.document(Map.of("a", List.of(Map.of(), List.of()))))
        .isEqualTo("{\n  \"a\": [\n    {},\n    []\n  ]\n}");
  }

  @Test
  void json_that_is_written_is_read_and_commands_no_terminal() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("text", "a\"b\\c\n\u001b[2J\u009b é 😀");
    fields.put("number", new BigDecimal("1.50"));
    fields.put("flag", true);
    String line = JsonText.line(fields);
    assertThat(line).doesNotContain("\u001b", "\u009b", "\n").contains("é 😀", "1.50");
    assertThat(JsonText.findObject(line)).contains(fields);
    assertThat(JsonText.findObject("[1]")).isEmpty();
    assertThat(JsonText.findObject("{")).isEmpty();
    assertThat(JsonText.findObject("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0s",
    "59, 59s",
    "60, 1m 00s",
    "3599, 59m 59s",
    "3600, 1h 00m 00s",
    "90061, 25h 01m 01s",
    "-5, 0s"
  })
  void spans_are_told_as_people_do(long seconds, String text) {
    assertThat(Words.span(Duration.ofSeconds(seconds))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.0 kB",
    "999949, 999.9 kB",
    "999950, 1.0 MB",
    "1234567890, 1.2 GB",
    "9223372036854775807, 9223372.0 TB"
  })
  void bytes_are_told_as_people_do(long bytes, String text) {
    assertThat(Words.bytes(bytes)).isEqualTo(text);
  }

  @Test
  void text_of_others_stays_on_its_line() {
    assertThat(Words.clean(" a\u001b[31m\r\nb\u202ec… ")).isEqualTo("a [31m b c…");
    assertThat(Words.clean(null)).isEmpty();
    assertThat(Words.address("https://a/b?pwd=1")).isEqualTo("https://a/b?…");
    assertThat(Words.count(1, "file", "files")).isEqualTo("1 file");
    assertThat(Words.date(null, BERLIN)).isEmpty();
  }

  @Test
  void wide_letters_take_two_cells() {
    assertThat(Cells.width("議事録 a")).isEqualTo(8);
    assertThat(Cells.cut("議事録", 5)).isEqualTo("議事…");
    assertThat(Cells.cut("議事録", 6)).isEqualTo("議事録");
    assertThat(Cells.pad("é", 3)).isEqualTo("é  ");
  }

  @Test
  void a_table_is_cut_at_its_widest_columns_and_never_at_whole_ones() {
    Table table =
        new Table()
            .whole("ID")
            .fitted("A")
            .fitted("B")
            .row("0123456789", "aaaaaaaaaaaaaaaaaaaa", "bbbbbbbbbb");
    assertThat(table.lines(Integer.MAX_VALUE))
        .containsExactly(
            "ID          A                     B", "0123456789  aaaaaaaaaaaaaaaaaaaa  bbbbbbbbbb");
    assertThat(table.lines(34).get(1)).isEqualTo("0123456789  aaaaaaaaa…  bbbbbbbbbb");
    assertThat(table.lines(10).get(1)).isEqualTo("0123456789  aaaaaaa…  bbbbbbb…");
  }

  @Test
  void a_card_leaves_out_what_is_empty() {
    assertThat(new Card().row("a", "1").row("long", null).row("bc", "").row("d", 2).lines())
        .isEqualTo(List.of("a  1", "d  2"));
  }

  @ParameterizedTest
  @CsvSource({"90, 90", "90s, 90", "10m, 600", "1h30m, 5400", "7d, 604800", "0, 0", "1500ms, 1"})
  void durations_are_read(String text, long seconds) {
    assertThat(Moments.duration(text).toSeconds()).isEqualTo(seconds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "m", "10 m", "1.5h", "-5", "5x", "9999999999"})
  void what_is_no_duration_is_a_wrong_usage(String text) {
    assertThatThrownBy(() -> Moments.duration(text)).isInstanceOf(CliException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T12:00Z, 2026-11-22T12:00:00Z",
    "2026-11-22T12:00:30+02:00, 2026-11-22T10:00:30Z",
    "2026-11-22T12:00, 2026-11-22T11:00:00Z",
    "2026-11-22 12:00, 2026-11-22T11:00:00Z",
    "2026-11-23, 2026-11-22T23:00:00Z",
    "30m, 2026-11-22T10:30:00Z"
  })
  void times_are_read_in_the_zone_of_the_desk(String text, Instant expected) {
    assertThat(Moments.ahead(text, NOW, BERLIN)).isEqualTo(expected);
  }

  @Test
  void a_duration_may_go_back_and_nonsense_goes_nowhere() {
    assertThat(Moments.back("2h", NOW, BERLIN)).isEqualTo("2026-11-22T08:00:00Z");
    assertThatThrownBy(() -> Moments.back("yesterday", NOW, BERLIN))
        .isInstanceOf(CliException.class)
        .hasMessageContaining("'yesterday' is no time");
  }

  @Test
  void names_that_are_near_are_found() {
    List<String> names = Arrays.asList("list", "login", "watch", "-h");
    assertThat(Nearest.find("lst", names)).contains("list");
    assertThat(Nearest.find("wacth", names)).contains("watch");
    assertThat(Nearest.find("nonsense", names)).isEmpty();
    assertThat(Nearest.find("x", names)).isEmpty();
  }

  @Test
  void progress_tells_share_and_speed_of_what_came_now() {
    assertThat(Progress.text("a", 500, 1000, 400, Duration.ofSeconds(2)))
        .isEqualTo("a  [############............] 50%  500 B of 1.0 kB  200 B/s");
    assertThat(Progress.text("a", 500, 0, 500, Duration.ZERO)).isEqualTo("a  500 B");
  }

  @Test
  void files_stay_below_their_folder() {
    Path folder = Path.of("/out");
    assertThat(ArtifactPath.below(folder, "evidence/a.png"))
        .isEqualTo(Path.of("/out/evidence/a.png"));
    for (String name : List.of("../a", "/etc/passwd", "a/../..", "", ".", "a\\b", "a\u0000")) {
      assertThatThrownBy(() -> ArtifactPath.below(folder, name)).isInstanceOf(CliException.class);
    }
  }
}
