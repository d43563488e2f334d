package dev.meetbot.jaxrs.dto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.Issue;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorDtoTest {
  @Test
  void withoutIssuesTheKeyIsLeftOut() {
    ErrorDto error = ErrorDto.of("not_found", "no such job", List.of(), null, "req_1");
    assertThat(JsonbFormat.create().toJson(error))
        .isEqualTo("{\"error\":\"not_found\",\"message\":\"no such job\",\"requestId\":\"req_1\"}");
  }

  @Test
  void issuesHavePathCodeAndMessage() {
    Issue issue = new Issue(List.of("webhooks", "version"), "invalid_type", "must be a number");
    ErrorDto error = ErrorDto.of("invalid_input", "bad", List.of(issue), null, "req_1");
    assertThat(JsonbFormat.create().toJson(error))
        .isEqualTo(
            "{\"error\":\"invalid_input\",\"message\":\"bad\",\"issues\":[{\"path\":[\"webhooks\","
                + "\"version\"],\"code\":\"invalid_type\",\"message\":\"must be a number\"}],"
                + "\"requestId\":\"req_1\"}");
  }
}
