package dev.meetbot.jaxrs.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.meetbot.engine.InvalidJobException;
import dev.meetbot.engine.Issue;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.storage.JobQuery;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobFilterTest {
  private static final TenantId TENANT = new TenantId("t1");
  private static final JobId ID = new JobId("019e2f0a-7c4e-7d11-b2cb-9d6e0c5e1234");

  private static MultivaluedMap<String, String> parameters(String... pairs) {
    MultivaluedMap<String, String> map = new MultivaluedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.add(pairs[i], pairs[i + 1]);
    }
    return map;
  }

  @Test
  void withoutParametersItIsTheNewestFifty() {
    assertThat(JobFilter.read(TENANT, parameters()))
        .isEqualTo(new JobQuery(TENANT, null, null, null, null, null, 50));
  }

  @Test
  void readsEveryParameter() {
    JobQuery query =
        JobFilter.read(
            TENANT,
            parameters(
                "status", "in_call",
                "externalId", "e 1",
                "platform", "jitsi",
                "createdAfter", "2026-05-15T14:00:00Z",
                "limit", "200",
                "cursor", Cursors.after(ID),
                "unheardOf", "x"));
    assertThat(query)
        .isEqualTo(
            new JobQuery(
                TENANT,
                JobStatus.IN_CALL,
                "e 1",
                "jitsi",
                Instant.parse("2026-05-15T14:00:00Z"),
                ID,
                200));
  }

  @Test
  void tellsEverythingThatIsWrong() {
    InvalidJobException e =
        catchThrowableOfType(
            InvalidJobException.class,
            () ->
                JobFilter.read(
                    TENANT,
                    parameters(
                        "status",
                        "sleeping",
                        "createdAfter",
                        "yesterday",
                        "limit",
                        "0",
                        "cursor",
                        "!")));
    assertThat(e.issues())
        .extracting(Issue::path)
        .containsExactlyInAnyOrder(
            List.of("status"), List.of("createdAfter"), List.of("limit"), List.of("cursor"));
  }

  @Test
  void an_unknown_status_is_answered_with_those_that_are() {
    InvalidJobException e =
        catchThrowableOfType(
            InvalidJobException.class,
            () -> JobFilter.read(TENANT, parameters("status", "sleeping")));
    assertThat(e.issues())
        .extracting(Issue::message)
        .singleElement()
        .asString()
        .startsWith("status must be one of queued, ")
        .contains("in_call")
        .doesNotContain("sleeping");
  }

  @Test
  void aTextThatNoDatabaseKeepsIsRefused() {
    InvalidJobException e =
        catchThrowableOfType(
            InvalidJobException.class,
            () -> JobFilter.read(TENANT, parameters("externalId", "a\u0000b")));
    assertThat(e.issues()).extracting(Issue::path).containsExactly(List.of("externalId"));
  }

  @Test
  void whatIsEmptyTooLongOrGivenTwiceIsRefused() {
    InvalidJobException e =
        catchThrowableOfType(
            InvalidJobException.class,
            () ->
                JobFilter.read(
                    TENANT,
                    parameters(
                        "externalId", "", "platform", "x".repeat(65), "limit", "1", "limit", "2")));
    assertThat(e.issues())
        .extracting(Issue::path)
        .containsExactlyInAnyOrder(List.of("externalId"), List.of("platform"), List.of("limit"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"201", "-1", "ten", "1.5", "99999999999"})
  void aLimitOutOfRangeIsRefused(String limit) {
    assertThat(
            catchThrowableOfType(
                InvalidJobException.class,
                () -> JobFilter.read(TENANT, parameters("limit", limit))))
        .isNotNull();
  }

  @Test
  void aCursorComesBackAsTheIdItWasMadeOf() {
    assertThat(Cursors.read(Cursors.after(ID))).contains(ID);
    assertThat(Cursors.after(ID)).matches("[A-Za-z0-9_-]+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%%%", "AAAA", "ajE6bm90LWFuLWlk"})
  void aCursorOfSomebodyElseIsNone(String cursor) {
    assertThat(Cursors.read(cursor)).isEmpty();
  }
}
