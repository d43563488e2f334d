package dev.meetbot.sdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class KeysCommandTest {
  @TempDir Path home;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(home);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private static final String KEY =
      "\"id\":\"key_1\",\"tenantId\":\"tnt_1\",\"name\":\"laptop\",\"scope\":\"live\","
          + "\"hint\":\"mb_live_abcd\",\"createdAt\":\"2026-11-22T09:00:00.000Z\","
          + "\"lastUsedAt\":null,\"revokedAt\":%s,\"expiresAt\":%s";
  private static final String NEW =
      "{" + KEY.formatted("null", "null") + ",\"apiKey\":\"mb_live_abcdS3CRET\"}";

  @Test
  void keys_are_listed_with_what_they_still_open() {
    desk.api.then(
        200,
        "{\"keys\":[{"
            + KEY.formatted("null", "null")
            + "},{"
            + KEY.formatted("\"2026-11-22T09:30:00.000Z\"", "null")
            + "},{"
            + KEY.formatted("null", "\"2026-11-22T10:00:00.000Z\"")
            + "}]}");
    assertThat(desk.run("keys", "list").lines())
        .containsExactly(
            "ID     NAME    SCOPE  BEGINS WITH   LAST USED  STATE",
            "key_1  laptop  live   mb_live_abcd             good",
            "key_1  laptop  live   mb_live_abcd             revoked",
            "key_1  laptop  live   mb_live_abcd             expired");
  }

  @Test
  void a_new_key_is_printed_once() {
    desk.api.then(201, NEW);
    Desk.Result result = desk.run("keys", "create", "laptop", "--scope=test", "--expires=90d");
    assertThat(result.out()).contains("secret  mb_live_abcdS3CRET").containsOnlyOnce("S3CRET");
    assertThat(result.err()).isEqualTo("It is shown only now.\n");
    assertThat(desk.api.only().body())
        .contains("\"scope\":\"test\"", "\"expiresAt\":\"2027-02-20T10:00:00.000Z\"");
    desk.api.then(201, NEW);
    assertThat(desk.run("keys", "create", "x", "--json", "--idempotency-key", "k").out())
        .contains("\"apiKey\": \"mb_live_abcdS3CRET\"");
    assertThat(desk.api.seen().get(1).header("Idempotency-Key")).isEqualTo("k");
  }

  @Test
  void a_scope_that_there_is_not_is_told_with_those_that_there_are() {
    Desk.Result result = desk.run("keys", "create", "laptop", "--scope", "nope");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).isEqualTo("meetbot: --scope is one of live, test, intake\n");
    assertThat(desk.api.seen()).isEmpty();
  }

  @Test
  void a_new_key_goes_to_a_file_that_nobody_else_reads() throws Exception {
    Path file = home.resolve("key");
    desk.api.then(201, NEW);
    Desk.Result result = desk.run("keys", "create", "laptop", "--out", file.toString(), "--json");
    assertThat(result.code()).isZero();
    assertThat(result.out() + result.err()).doesNotContain("S3CRET").contains("\"file\": ");
    assertThat(file).hasContent("mb_live_abcdS3CRET");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void no_key_is_made_that_could_not_be_kept() throws Exception {
    Path there = Files.writeString(home.resolve("there"), "old");
    assertThat(desk.run("keys", "create", "x", "--out", there.toString()).code()).isEqualTo(7);
    String nowhere = home.resolve("no/folder").toString();
    assertThat(desk.run("webhooks", "rotate-secret", "--out", nowhere).code()).isEqualTo(7);
    assertThat(desk.api.seen()).isEmpty();
    assertThat(there).hasContent("old");
  }

  @Test
  void a_key_is_shown_rotated_and_revoked() {
    desk.api
        .then(200, "{" + KEY.formatted("null", "null") + "}")
        .then(404, "{}")
        .then(200, NEW)
        .then(200, NEW)
        .then(204, "");
    assertThat(desk.run("keys", "get", "key_1").out()).contains("begins with  mb_live_abcd");
    assertThat(desk.run("keys", "get", "key_2").code()).isEqualTo(4);
    assertThat(desk.run("keys", "rotate", "key_1", "--overlap", "1h").out()).contains("S3CRET");
    assertThat(desk.run("keys", "rotate", "key_1", "--idempotency-key", "k").code()).isZero();
    assertThat(desk.run("keys", "revoke", "key_1").out()).isEqualTo("revoked key_1\n");
    assertThat(desk.api.seen().get(2).body()).isEqualTo("{\"overlapSeconds\":3600}");
    assertThat(desk.api.seen().get(3).body()).isEqualTo("{\"overlapSeconds\":86400}");
    assertThat(desk.api.seen().get(4).method()).isEqualTo("DELETE");
    assertThat(desk.run("keys").code()).isEqualTo(2);
  }

  @Test
  void whoami_tells_tenant_server_and_key_but_not_the_key() {
    desk.environment.put("MEETBOT_API_KEY", "mb_live_abcdS3CRETS3CRETS3CRET");
    desk.api
        .then(200, "{\"id\":\"tnt_1\",\"name\":\"Acme\"}")
        .then(200, "{\"id\":\"tnt_1\",\"name\":\"Acme\"}");
    assertThat(desk.run("whoami").lines())
        .containsExactly(
            "tenant  tnt_1",
            "name    Acme",
            "server  " + desk.api.url(),
            "key     mb_live_abcd…, from MEETBOT_API_KEY");
    assertThat(desk.run("whoami", "--json").out())
        .contains("\"name\": \"Acme\"")
        .doesNotContain("S3CRET");
  }

  private void signedIn() {
    ConfigFile.of(desk.outside())
        .write(Config.EMPTY.with(ServerAddress.of(desk.api.url()), "mb_live_abcdS3CRET"));
    desk.bare();
  }

  @Test
  void logout_revokes_the_key_that_it_removes() {
    signedIn();
    desk.api.then(204, "");
    assertThat(desk.run("logout").out()).endsWith("; the key is revoked\n");
    assertThat(desk.api.only().method()).isEqualTo("DELETE");
    assertThat(desk.api.only().path()).isEqualTo("/api/v1/keys/me");
    assertThat(desk.config()).content().doesNotContain("S3CRET");
  }

  @Test
  void logout_looks_for_the_key_where_the_server_does_not_know_which_one_is_meant() {
    signedIn();
    desk.api
        .then(404, Answers.error("not_found", "no such key"))
        .then(
            200,
            "{\"keys\":[{"
                + KEY.formatted("null", "null")
                + "},{"
                + KEY.formatted("\"2026-11-22T09:30:00.000Z\"", "null")
                + "},{"
                + KEY.formatted("null", "null").replace("abcd", "efgh")
                + "}]}")
        .then(204, "");
    assertThat(desk.run("logout").out()).endsWith("; the key is revoked\n");
    assertThat(desk.api.seen().get(2).path()).isEqualTo("/api/v1/keys/key_1");
    assertThat(desk.config()).content().doesNotContain("S3CRET");
  }

  @Test
  void logout_removes_the_key_although_it_cannot_be_revoked() {
    signedIn();
    desk.api.then(403, Answers.error("forbidden", "no"));
    Desk.Result result = desk.run("logout");
    assertThat(result.code()).isZero();
    assertThat(result.err()).contains("warning: the key is not revoked: 403");
    assertThat(desk.config()).content().doesNotContain("S3CRET");
  }

  @Test
  void logout_revokes_nothing_where_two_keys_begin_alike_or_when_told_not_to() {
    signedIn();
    String key = "{" + KEY.formatted("null", "null") + "}";
    desk.api.then(404, "{}").then(200, "{\"keys\":[" + key + "," + key + "]}");
    assertThat(desk.run("logout", "--json").out())
        .contains("\"removed\": true,", "\"revoked\": false");
    signedIn();
    assertThat(desk.run("logout", "--keep-key").code()).isZero();
    assertThat(desk.api.seen()).hasSize(2);
  }

  @Test
  void logout_of_a_key_that_is_revoked_already_is_fine() {
    signedIn();
    desk.api.then(401, Answers.error("unauthorized", "no"));
    assertThat(desk.run("logout").out()).contains("the key is revoked");
  }
}
