package dev.meetbot.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerCheckTest {
  private static final String DOCUMENT =
      """
      openapi: 3.1.0
      paths:
        /api/v1/things/{id}:
          get:
            operationId: getThing
            responses:
              '200':
                headers:
                  X-Request-Id: {$ref: '#/components/headers/RequestId'}
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Thing'}
              '404': {$ref: '#/components/responses/NotFound'}
          delete:
            operationId: deleteThing
            responses:
              '204': {description: gone}
      components:
        headers:
          RequestId: {required: true, schema: {type: string, minLength: 3}}
        responses:
          NotFound:
            content:
              application/json:
                schema: {$ref: '#/components/schemas/Error'}
        schemas:
          Thing:
            type: object
            required: [id, at]
            properties:
              id: {type: string, format: uuid}
              at: {type: [string, 'null'], format: date-time}
          Error:
            type: object
            required: [error]
            properties:
              error: {const: not_found}
      """;
  private static final String GOOD =
      "{\"id\":\"019e2f0a-7c4e-7d11-b2cb-9d6e0c5e1234\",\"at\":null}";

  private final AnswerCheck check = new AnswerCheck(new OpenApi(YamlFile.read(DOCUMENT)));

  private List<String> faults(String method, int status, String body, String... headers) {
    Map<String, List<String>> map = new java.util.HashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      map.put(headers[i], List.of(headers[i + 1]));
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return check.faults(new Answer(method, "/api/v1/things/7", status, map, bytes));
  }

  private List<String> got(String body) {
    return faults(
        "GET", 200, body, "content-type", "application/json;charset=UTF-8", "x-request-id", "abc");
  }

  @Test
  void anAnswerAsDocumentedIsFine() {
    assertThat(got(GOOD)).isEmpty();
    assertThat(faults("GET", 404, "{\"error\":\"not_found\"}", "Content-Type", "application/json"))
        .isEmpty();
    assertThat(faults("DELETE", 204, "")).isEmpty();
    assertThat(faults("HEAD", 200, "", "X-Request-Id", "abc")).isEmpty();
    assertThat(faults("PUT", 405, "{\"error\":\"not_found\"}")).isEmpty();
  }

  @Test
  void whatIsNotAsDocumentedIsNamed() {
    assertThat(faults("GET", 418, "")).singleElement().asString().contains("418");
    assertThat(got("{\"id\":\"7\",\"at\":null}")).anyMatch(f -> f.contains("uuid"));
    assertThat(got(GOOD.replace("null", "\"yesterday\""))).anyMatch(f -> f.contains("date-time"));
    assertThat(got("{\"at\":null}")).anyMatch(f -> f.contains("id"));
    assertThat(faults("GET", 200, GOOD, "Content-Type", "application/json"))
        .anyMatch(f -> f.contains("X-Request-Id is missing"));
    assertThat(faults("GET", 200, GOOD, "Content-Type", "application/json", "X-Request-Id", "a"))
        .anyMatch(f -> f.contains("minLength"));
    assertThat(faults("GET", 404, "<html>", "Content-Type", "text/html"))
        .anyMatch(f -> f.contains("text/html"));
    assertThat(faults("DELETE", 204, "x")).anyMatch(f -> f.contains("body"));
    assertThat(faults("PUT", 200, "{}")).anyMatch(f -> f.contains("no operation"));
  }
}
