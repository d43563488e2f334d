package dev.meetbot.jaxrs.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meetbot.engine.IngestReport;
import dev.meetbot.engine.InvalidJobException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

final class IngestReaderTest {
  private static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  @Test
  void aReportIsRead() {
    IngestReport report =
        IngestReader.report(
            json(
                """
                {"jobId": "0197", "sequence": 7, "at": "2026-11-22T12:00:00Z", "worker": "w",
                 "event": "faulted", "failureCode": "network_loss", "phase": "in_call",
                 "recorded": true, "done": ["r1"], "participantCount": 3}"""));
    assertThat(report.event()).isEqualTo(IngestReport.Event.FAULTED);
    assertThat(report.phase()).isEqualTo(IngestReport.Phase.IN_CALL);
    assertThat(report.sequence()).isEqualTo(7);
    assertThat(report.done()).containsExactly("r1");
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    assertThatThrownBy(
            () ->
                IngestReader.report(
                    json(
                        """
                        {"sequence": 0.5, "at": "noon", "event": "dancing", "worker": "",
                         "phase": 1, "consent": [], "participantCount": -1}""")))
        .isInstanceOfSatisfying(
            InvalidJobException.class,
            e ->
                assertThat(e.issues())
                    .extracting(issue -> issue.path().get(0))
                    .contains(
                        "jobId",
                        "sequence",
                        "at",
                        "event",
                        "worker",
                        "phase",
                        "consent",
                        "participantCount"));
  }

  @Test
  void aCallThatIsOverNeedsItsReason() {
    assertThatThrownBy(
            () ->
                IngestReader.report(
                    json(
                        """
                        {"jobId": "0197", "sequence": 7, "at": "2026-11-22T12:00:00Z",
                         "worker": "w", "event": "call_over"}""")))
        .hasMessageContaining("endReason");
  }

  @Test
  void aClaimIsBounded() {
    assertThat(IngestReader.claim(json("{\"worker\": \"w\"}")).capacity()).isEqualTo(1);
    assertThatThrownBy(() -> IngestReader.claim(json("{\"worker\": \"w\", \"capacity\": 51}")))
        .isInstanceOf(InvalidJobException.class);
    assertThatThrownBy(() -> IngestReader.claim(json("{\"worker\": 1, \"capacity\": \"x\"}")))
        .isInstanceOfSatisfying(
            InvalidJobException.class, e -> assertThat(e.issues()).hasSizeGreaterThan(1));
  }
}
