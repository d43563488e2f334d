package dev.meetbot.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.lab.scenario.JsonText;
import dev.meetbot.lab.scenario.Scenario;
import dev.meetbot.lab.scenario.Scenarios;
import dev.meetbot.lab.site.LabServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
@Timeout(240)
class ProbeIT {
  private static final String INSIDE = "../target/meetbot/WEB-INF/";

  @TempDir Path dir;

  @Test
  void an_operator_sees_which_selectors_match_in_a_meeting() throws Exception {
    Scenario meeting =
        Scenarios.all().stream()
            .filter(s -> s.name().equals("jitsi-admitted-current-en"))
            .findFirst()
            .orElseThrow();
    try (LabServer lab = LabServer.start(Path.of("server"), dir.resolve("lab.log"))) {
      URI url = lab.control().open(meeting).url();
      assertThat(probe(lab.browserArguments(), url.toString(), "--seconds", "5")).isZero();
      JsonObject report = JsonText.object(Files.readString(dir.resolve("out/report.json")));
      assertThat(report.getString("outcome")).isEqualTo("in_call");
      assertThat(report.getJsonArray("elements").getValuesAs(JsonObject.class))
          .filteredOn(e -> e.getBoolean("matched"))
          .extracting(e -> e.getString("name"))
          .contains("hangUp", "tile", "tileName");
      assertThat(report.getJsonObject("facts").getInt("participants")).isGreaterThan(1);
      for (JsonObject step : report.getJsonArray("steps").getValuesAs(JsonObject.class)) {
        assertThat(dir.resolve("out").resolve(step.getString("picture"))).isNotEmptyFile();
      }
    }
  }

  @Test
  void an_address_that_is_no_meeting_is_told_in_one_line() throws Exception {
    assertThat(probe(List.of(), "https://example.org/")).isEqualTo(2);
    assertThat(dir.resolve("probe.log")).content().hasLineCount(1).contains("no platform");
  }

  private int probe(List<String> browserArguments, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                INSIDE + "classes:" + INSIDE + "lib/*",
                "dev.meetbot.war.probe.Probe",
                "--out",
                dir.resolve("out").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(dir.resolve("probe.log").toFile());
    process
        .environment()
        .put(
            "MEETBOT_BROWSER_ARGUMENTS",
            browserArguments.stream().map(a -> '"' + a + '"').collect(Collectors.joining(" ")));
    Process running = process.start();
    try {
      assertThat(running.waitFor(200, TimeUnit.SECONDS)).isTrue();
      return running.exitValue();
    } finally {
      running.destroy();
    }
  }
}
