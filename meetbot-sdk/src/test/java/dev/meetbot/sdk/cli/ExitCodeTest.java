package dev.meetbot.sdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

@Timeout(120)
class ExitCodeTest {
  private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\| (.+?) \\|$");

  @Test
  void the_page_of_the_program_lists_exactly_the_codes_that_there_are() throws IOException {
    Map<Integer, String> documented = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("../docs/cli.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        documented.put(Integer.parseInt(row.group(1)), row.group(2));
      }
    }
    assertThat(documented.keySet())
        .containsExactlyElementsOf(
            Arrays.stream(ExitCode.values()).map(ExitCode::number).sorted().toList());
  }

  @Test
  void the_page_of_the_program_knows_every_command_and_option(@TempDir Path home)
      throws IOException {
    String page = Files.readString(Path.of("../docs/cli.md")).replace("[no-]", "");
    try (Desk desk = new Desk(home)) {
      assertThat(unknown(page, new Cli(desk.outside()).commandLine())).isEmpty();
    }
  }

  private static List<String> unknown(String page, CommandLine command) {
    List<String> unknown = new ArrayList<>();
    for (OptionSpec option : command.getCommandSpec().options()) {
      if (!page.contains(option.longestName()) && !option.versionHelp()) {
        unknown.add(command.getCommandName() + " " + option.longestName());
      }
    }
    command
        .getSubcommands()
        .forEach(
            (name, inner) -> {
              if (!Pattern.compile("[` ]" + Pattern.quote(name) + "\\b").matcher(page).find()) {
                unknown.add(name);
              }
              unknown.addAll(unknown(page, inner));
            });
    return unknown;
  }

  @ParameterizedTest
  @CsvSource({
    "400, 5", "401, 3", "402, 5", "403, 3", "404, 4", "405, 5", "406, 5", "409, 5", "413, 5",
    "415, 5", "422, 5", "429, 6", "500, 6", "501, 6", "503, 6", "302, 6"
  })
  void each_answer_has_its_code(int status, int code, @TempDir Path home) {
    try (Desk desk = new Desk(home)) {
      for (int i = 0; i < 4; i++) {
        desk.api.then(status, Answers.error("some_code", "some words"));
      }
      Desk.Result result = desk.run("manifest", "1");
      assertThat(result.code()).isEqualTo(code);
      assertThat(result.out()).isEmpty();
      assertThat(result.err()).startsWith("meetbot: ").hasLineCount(1);
      // a job that is not there has its own words
      if (status != 302 && status != 404) {
        assertThat(result.err()).contains("some_code").contains("some words").contains("req_1");
      }
    }
  }

  @Test
  void issues_are_told_piece_by_piece(@TempDir Path home) {
    try (Desk desk = new Desk(home)) {
      desk.api.then(
          400,
          "{\"error\":\"invalid_input\",\"message\":\"bad\",\"issues\":[{\"path\":[\"autoLeave\","
              + "\"afterMaxSeconds\"],\"code\":\"too_big\",\"message\":\"at most 86400\"},"
              + "{\"path\":[\"status\"],\"code\":\"x\",\"message\":\"status must be queued\"},"
              + "{\"path\":[],\"code\":\"x\",\"message\":\"and more\"}]}");
      Desk.Result result = desk.run("dispatch", "https://meet.example/a");
      assertThat(result.code()).isEqualTo(5);
      assertThat(result.err())
          .isEqualTo(
              "meetbot: 400 invalid_input: autoLeave.afterMaxSeconds: at most 86400;"
                  + " status must be queued; and more\n");
    }
  }

  @Test
  void nobody_who_listens_and_no_key_and_garbage_have_theirs(@TempDir Path home) {
    Desk desk = new Desk(home);
    desk.api.then(200, "<html>");
    assertThat(desk.run("get", "1").code()).isEqualTo(6);
    desk.close();
    Desk.Result gone = desk.run("get", "1");
    assertThat(gone.code()).isEqualTo(6);
    assertThat(gone.err())
        .isEqualTo(
            "meetbot: the server " + desk.api.url() + " cannot be reached: nobody listens there\n");
    desk.bare();
    assertThat(desk.run("get", "1").code()).isEqualTo(2);
    assertThat(desk.run("get", "1").err()).contains("no server");
    assertThat(desk.run("get", "1", "--url", "http://a").code()).isEqualTo(3);
    assertThat(desk.run("get", "1", "--url", "http://a").err()).contains("meetbot login");
    assertThat(desk.run("get", "1", "--url", "ftp://a").code()).isEqualTo(2);
    assertThat(desk.run("dispatch", "--file", home.resolve("none").toString()).code()).isEqualTo(7);
  }

  @Test
  void a_server_without_tls_and_an_address_without_a_scheme_are_told_of(@TempDir Path home) {
    try (Desk desk = new Desk(home)) {
      String https = desk.api.url().replace("http:", "https:");
      Desk.Result plain = desk.run("get", "1", "--url", https);
      assertThat(plain.code()).isEqualTo(6);
      assertThat(plain.err())
          .isEqualTo("meetbot: the server " + https + " speaks http, not https\n");
      Desk.Result bare = desk.run("get", "1", "--url", "127.0.0.1:8080");
      assertThat(bare.code()).isEqualTo(2);
      assertThat(bare.err())
          .isEqualTo("meetbot: 127.0.0.1:8080 has no http:// or https:// before it\n");
      assertThat(desk.run("get", "1", "--url", "ada:s3cret@host").err()).doesNotContain("s3cret");
      desk.environment.put("MEETBOT_API_KEY", "mb_test 1");
      assertThat(desk.run("get", "1").err())
          .isEqualTo("meetbot: MEETBOT_API_KEY has a blank or line break in it\n");
    }
  }

  @Test
  void an_interrupt_has_its(@TempDir Path home) {
    try (Desk desk = new Desk(home)) {
      desk.api.thenKeepsSilent();
      Thread.currentThread().interrupt();
      assertThat(desk.run("get", "1").code()).isEqualTo(130);
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
