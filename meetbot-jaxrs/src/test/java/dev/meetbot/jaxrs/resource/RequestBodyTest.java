package dev.meetbot.jaxrs.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.meetbot.jaxrs.error.Problem;
import jakarta.json.JsonObject;
import jakarta.ws.rs.WebApplicationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest {
  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Problem refused(InputStream body, int declaredLength) {
    WebApplicationException e =
        catchThrowableOfType(
            WebApplicationException.class, () -> RequestBody.object(body, declaredLength));
    return (Problem) e.getResponse().getEntity();
  }

  @Test
  void anObjectIsReadAsUtf8() throws IOException {
    JsonObject object = RequestBody.object(stream("{\"a\":\"é😀\"}"), -1);
    assertThat(object.getString("a")).isEqualTo("é😀");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "{\"a\":}", "{'a':1}", "nope", "{} trailing", "{\"a\":1,}"})
  void whatIsNotJsonIsInvalidJson(String body) {
    Problem problem = refused(stream(body), body.length());
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.code()).isEqualTo("invalid_json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"text\"", "null", "true"})
  void jsonThatIsNoObjectIsInvalidInput(String body) {
    Problem problem = refused(stream(body), body.length());
    assertThat(problem.code()).isEqualTo("invalid_input");
    assertThat(problem.issues()).hasSize(1);
  }

  @Test
  void deepNestingIsRefusedAndHarmsNothing() {
    String deep = "{\"a\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}";
    assertThat(refused(stream(deep), -1).code()).isEqualTo("invalid_json");
  }

  @Test
  void aDeclaredLengthOverTheLimitIsRefusedUnread() {
    InputStream untouchable =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("must not be read");
          }
        };
    assertThat(refused(untouchable, RequestBody.MAX_BYTES + 1).status()).isEqualTo(413);
  }

  @Test
  void anEndlessBodyIsRefusedAfterTheLimit() {
    long[] read = {0};
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            read[0]++;
            return ' ';
          }
        };
    assertThat(refused(endless, -1).code()).isEqualTo("payload_too_large");
    assertThat(read[0]).isLessThanOrEqualTo(RequestBody.MAX_BYTES + 1);
  }

  @Test
  void aBodyOfExactlyTheLimitIsRead() throws IOException {
    String body = "{\"a\":\"" + "x".repeat(RequestBody.MAX_BYTES - 8) + "\"}";
    assertThat(body).hasSize(RequestBody.MAX_BYTES);
    assertThat(RequestBody.object(stream(body), body.length()).getString("a")).endsWith("x");
  }
}
