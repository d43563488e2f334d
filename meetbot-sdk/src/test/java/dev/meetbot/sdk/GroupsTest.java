package dev.meetbot.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Keys, webhooks and account of the client that waits, and that both clients offer the same. */
// what should end and does not is a failure, too
@Timeout(120)
class GroupsTest {
  private static final String KEY = "{\"id\":\"key_1\",\"name\":\"n\",\"apiKey\":\"mb_live_1\"}";
  private static final String DELIVERY =
      "{\"deliveryId\":\"dlv_1\",\"event\":\"job.failed\",\"state\":\"pending\"}";

  private final FakeApi api = new FakeApi();
  private final MeetBot bots =
      MeetBot.builder()
          .apiKey("mb_live_1")
          .baseUrl(api.url())
          .surroundings(new FakeSurroundings().all())
          .build();

  @AfterEach
  void close() {
    bots.close();
    api.close();
  }

  @Test
  void keys_are_made_listed_found_rotated_and_revoked() {
    api.then(201, KEY)
        .then(200, "{\"keys\":[" + KEY + "]}")
        .then(200, KEY)
        .then(404, "{}")
        .then(201, KEY)
        .then(201, KEY)
        .then(201, KEY)
        .then(204, "");
    KeysClient keys = bots.keys();
    assertThat(keys.create(KeyRequest.of("n", "live")).apiKey()).isEqualTo("mb_live_1");
    assertThat(keys.list()).extracting(ApiKey::id).containsExactly("key_1");
    assertThat(keys.get("key_1")).map(ApiKey::name).contains("n");
    assertThat(keys.get("key_2")).isEmpty();
    keys.rotate("key_1");
    keys.rotate("key_1", Duration.ofHours(1));
    keys.rotate("key_1", Duration.ZERO, "own");
    keys.revoke("key_1");
    assertThat(api.seen().stream().map(seen -> seen.header("Idempotency-Key")).toList())
        .containsExactly("key-1", null, null, null, "key-2", "key-3", "own", null);
  }

  @Test
  void deliveries_are_listed_and_sent_again() {
    api.then(200, "{\"deliveries\":[" + DELIVERY + "]}").then(202, DELIVERY).then(202, DELIVERY);
    assertThat(bots.webhooks().deliveries("1"))
        .extracting(Delivery::event)
        .containsExactly("job.failed");
    assertThat(bots.webhooks().redeliver("dlv_1").state()).isEqualTo("pending");
    bots.webhooks().redeliver("dlv_1", "own");
    assertThat(api.seen().get(2).header("Idempotency-Key")).isEqualTo("own");
  }

  @Test
  void a_receiver_is_tried_and_the_secret_rotated() {
    String result = "{\"deliveryId\":\"dlv_1\",\"delivered\":true,\"status\":204,\"durationMs\":3}";
    String secret = "{\"webhookSecret\":\"whsec_AAAA\"}";
    api.then(200, result).then(200, result).then(200, result).then(200, secret).then(200, secret);
    assertThat(bots.webhooks().test("https://a").delivered()).isTrue();
    bots.webhooks().test("https://a", 1);
    bots.webhooks().test("https://a", 1, "own");
    assertThat(bots.webhooks().rotateSecret().webhookSecret()).isEqualTo("whsec_AAAA");
    bots.webhooks().rotateSecret("own");
    assertThat(api.isUsedUp()).isTrue();
  }

  @Test
  void views_are_made_and_files_deleted() {
    String view = "{\"jobId\":\"1\",\"name\":\"v.webm\",\"status\":\"queued\"}";
    api.then(202, view).then(202, view).then(204, "");
    assertThat(bots.composeView("1", ViewRequest.of("gallery")).status()).isEqualTo("queued");
    bots.composeView("1", ViewRequest.of("gallery").withSize(640, 360), "own");
    bots.deleteArtifacts("1");
    assertThat(api.isUsedUp()).isTrue();
  }

  @Test
  void the_ledger_is_read_page_by_page() {
    api.then(200, credit("one", "\"next\"")).then(200, credit("two", "null"));
    Stream<Credit.Entry> ledger = bots.account().ledger();
    assertThat(api.seen()).isEmpty();
    assertThat(ledger.map(Credit.Entry::id)).containsExactly("one", "two");
    assertThat(api.seen()).extracting(FakeApi.Seen::query).containsExactly(null, "cursor=next");
  }

  @Test
  void who_one_is_and_what_is_left_is_told_until_one_is_erased() {
    api.then(200, "{\"id\":\"tnt_1\",\"name\":\"Acme\"}")
        .then(200, credit("one", "null"))
        .then(204, "");
    assertThat(bots.account().me().name()).isEqualTo("Acme");
    assertThat(bots.account().credit().balance()).isEqualTo(new BigDecimal("4.995"));
    bots.account().eraseMe();
    assertThat(api.seen().get(2).method()).isEqualTo("DELETE");
  }

  private static String credit(String id, String next) {
    return "{\"billing\":true,\"currency\":\"USD\",\"balance\":\"4.995\",\"pricePerHour\":\"0.30\","
        + "\"entries\":[{\"id\":\""
        + id
        + "\",\"amount\":\"-0.005\"}],\"nextCursor\":"
        + next
        + "}";
  }

  @Test
  void errors_of_the_groups_are_those_of_the_client() {
    api.then(403, "{\"error\":\"forbidden\"}").then(200, "{\"id\":1}");
    assertThatThrownBy(() -> bots.keys().list()).isInstanceOf(MeetbotForbiddenException.class);
    assertThatThrownBy(() -> bots.account().credit()).isInstanceOf(MeetbotResponseException.class);
    assertThatThrownBy(() -> bots.keys().get("..")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> bots.webhooks().redeliver(""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void both_clients_have_the_same_methods() {
    for (List<Class<?>> pair :
        List.<List<Class<?>>>of(
            List.of(MeetBot.class, AsyncMeetBot.class),
            List.of(KeysClient.class, AsyncKeysClient.class),
            List.of(WebhooksClient.class, AsyncWebhooksClient.class),
            List.of(AccountClient.class, AsyncAccountClient.class))) {
      assertThat(methods(pair.get(1), GroupsTest::awaited))
          .as(pair.get(1).getSimpleName())
          .isEqualTo(methods(pair.get(0), type -> type));
    }
  }

  /** But for those that give pages here and streams there. */
  private static Set<String> methods(Class<?> type, Function<Type, Type> result) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> java.lang.reflect.Modifier.isPublic(method.getModifiers()))
        .filter(method -> !Set.of("listBots", "ledger").contains(method.getName()))
        .map(method -> text(method, result))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String text(Method method, Function<Type, Type> result) {
    return result.apply(method.getGenericReturnType()).getTypeName().replace("sdk.Async", "sdk.")
        + " "
        + method.getName()
        + Arrays.toString(method.getGenericParameterTypes());
  }

  private static Type awaited(Type type) {
    if (type instanceof ParameterizedType future
        && future.getRawType() == CompletableFuture.class) {
      Type given = future.getActualTypeArguments()[0];
      return given == Void.class ? void.class : given;
    }
    return type;
  }
}
