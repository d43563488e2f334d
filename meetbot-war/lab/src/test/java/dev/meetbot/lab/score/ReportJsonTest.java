package dev.meetbot.lab.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.lab.scenario.JsonText;
import dev.meetbot.lab.scenario.Scenario;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportJsonTest {
  private static Scenario scenario(String status, String why) {
    return new Scenario(
        JsonText.object(
            """
            {"name": "n", "platform": "jitsi", "variant": "v", "language": "de",
             "speech": [["p1", 0, 1000]],
             "expected": {"status": "%s", "endReason": "%s", "failureCode": "%s"}}
            """
                .formatted(status, why, why)));
  }

  private static Row row(String actual, @Nullable String code, boolean falsely) {
    Figures figures = new Figures(new SpokenTime(1000, 995, 2), 12.344, List.of(-40.0, 30.0));
    return new Row(
        scenario("completed", "everyone_left"),
        actual,
        code,
        figures,
        2100,
        2000,
        310.256,
        falsely,
        "");
  }

  @Test
  void aRowHasTheseKeysInThisOrder() {
    JsonObject row = ReportJson.row(row("completed/everyone_left", null, false));
    assertThat(row.keySet())
        .containsExactly(
            "name",
            "platform",
            "variant",
            "language",
            "expected",
            "actual",
            "failureCode",
            "ok",
            "attributionPercent",
            "wrongNamePercent",
            "avOffsetMs",
            "startOffsetMs",
            "joinMs",
            "bareJoinMs",
            "memoryMb");
    assertThat(row.toString())
        .contains(
            "\"ok\":true",
            "\"attributionPercent\":99.5",
            "\"avOffsetMs\":12.34",
            "\"startOffsetMs\":40");
    assertThat(row.get("failureCode")).isEqualTo(JsonValue.NULL);
  }

  @Test
  void whatDoesNotApplyIsNull() {
    Row broken = Row.broken(scenario("failed", "auth_failure"), "no browser");
    JsonObject row = ReportJson.row(broken);
    assertThat(row.getString("expected")).isEqualTo("failed/auth_failure");
    assertThat(row.getBoolean("ok")).isFalse();
    for (String key :
        List.of("attributionPercent", "avOffsetMs", "startOffsetMs", "joinMs", "memoryMb")) {
      assertThat(row.get(key)).as(key).isEqualTo(JsonValue.NULL);
    }
  }

  @Test
  void theWholePassesOrNot() {
    JsonObject good =
        ReportJson.of(new Summary(List.of(row("completed/everyone_left", null, false))));
    assertThat(good.keySet()).containsExactly("scenarios", "summary");
    assertThat(good.getJsonObject("summary").getBoolean("pass")).isTrue();
    JsonObject wrong =
        ReportJson.of(new Summary(List.of(row("failed/lobby_timeout", "lobby_timeout", false))));
    assertThat(wrong.getJsonObject("summary").getBoolean("pass")).isFalse();
    JsonObject falsely =
        ReportJson.of(new Summary(List.of(row("completed/everyone_left", null, true))));
    assertThat(falsely.getJsonObject("summary").getBoolean("pass")).isFalse();
    assertThat(falsely.getJsonObject("summary").getInt("falseJoined")).isEqualTo(1);
  }

  @Test
  void aSlowJoinMissesItsBar() {
    Row slow =
        new Row(
            scenario("completed", "x"),
            "completed/x",
            null,
            Figures.NONE,
            2700,
            2000,
            1,
            false,
            "");
    assertThat(new Summary(List.of(slow)).marks())
        .filteredOn(mark -> !mark.ok())
        .extracting(Mark::name)
        .containsExactly("join p50, of the bare script's", "join p95, of the bare script's");
  }
}
