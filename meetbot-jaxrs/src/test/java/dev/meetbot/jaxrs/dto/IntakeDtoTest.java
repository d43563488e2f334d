package dev.meetbot.jaxrs.dto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.IntakeResult;
import dev.meetbot.engine.IntakeResult.Action;
import dev.meetbot.model.JobId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class IntakeDtoTest {
  private static String json(IntakeResult result) {
    return JsonbFormat.create().toJson(IntakeDto.from(result));
  }

  @Test
  void withoutAJobTheIdIsNullAndTheReasonThere() {
    assertThat(json(IntakeResult.ignored(null, "past")))
        .isEqualTo("{\"jobId\":null,\"action\":\"ignored\",\"reason\":\"past\"}");
  }

  @Test
  void aSeriesListsItsInstances() {
    JobId id = new JobId("0197");
    IntakeResult.Item item = new IntakeResult.Item(id, Action.CREATED, "20260505T120000Z", null);
    assertThat(json(new IntakeResult(id, Action.CREATED, null, null, List.of(item))))
        .isEqualTo(
            "{\"jobId\":\"0197\",\"action\":\"created\",\"jobs\":[{\"jobId\":\"0197\","
                + "\"action\":\"created\",\"recurrenceId\":\"20260505T120000Z\"}]}");
  }
}
