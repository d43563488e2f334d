package dev.meetbot.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

// what should end and does not is a failure, too
@Timeout(120)
class DownloadTest {
  private static final String NAME = "video.webm";
  private static final int SIZE = 300_000;

  @TempDir private Path folder;
  private final FakeApi api = new FakeApi();
  private final byte[] bytes = new byte[SIZE];
  private MeetBot bots;
  private Path target;
  private Path part;

  @BeforeEach
  void start() {
    new Random(7).nextBytes(bytes);
    target = folder.resolve("copy.webm");
    part = folder.resolve("copy.webm.part");
    bots = client(Duration.ofSeconds(30));
  }

  @AfterEach
  void close() {
    bots.close();
    api.close();
  }

  private MeetBot client(Duration timeout) {
    return MeetBot.builder()
        .apiKey("mb_test_1")
        .baseUrl(api.url())
        .timeout(timeout)
        .surroundings(new FakeSurroundings().all())
        .build();
  }

  @Test
  void aFileIsFetchedAndChecked() throws Exception {
    manifest(bytes);
    api.then(this::serve);
    assertThat(bots.downloadArtifact("1", NAME, target)).isEqualTo(target);
    assertThat(target).hasBinaryContent(bytes);
    assertThat(part).doesNotExist();
    assertThat(ranges()).isEqualTo("none");
  }

  @Test
  void aFileThatTheManifestDoesNotKnowIsFetchedUnchecked() throws Exception {
    api.then(404, "{\"error\":\"not_found\"}").then(this::serve);
    Files.write(part, new byte[10]);
    Files.write(target, new byte[10]);
    bots.downloadArtifact("1", NAME, target);
    assertThat(target).hasBinaryContent(bytes);
    assertThat(ranges()).isEqualTo("none");
  }

  @Test
  void aPartOfAnEarlierCallIsGoneOnWith() throws Exception {
    Files.write(part, Arrays.copyOf(bytes, 100_000));
    manifest(bytes);
    api.then(this::serve);
    bots.downloadArtifact("1", NAME, target);
    assertThat(target).hasBinaryContent(bytes);
    assertThat(ranges()).isEqualTo("bytes=100000-");
  }

  @Test
  void aDownloadTellsHowFarItIs() throws Exception {
    Files.write(part, Arrays.copyOf(bytes, 100_000));
    manifest(bytes);
    api.then(this::serve);
    List<Long> told = new CopyOnWriteArrayList<>();
    bots.downloadArtifact("1", NAME, target, told::add);
    assertThat(told).isSorted().allMatch(count -> count > 100_000).last().isEqualTo((long) SIZE);
  }

  @Test
  void aPartThatIsWholeAlreadyNeedsNoRequest() throws Exception {
    Files.write(part, bytes);
    manifest(bytes);
    bots.downloadArtifact("1", NAME, target);
    assertThat(target).hasBinaryContent(bytes);
    assertThat(api.seen()).hasSize(1);
  }

  @Test
  void aPartOfAnotherFileIsFetchedAnew() throws Exception {
    Files.write(part, new byte[100_000]);
    manifest(bytes);
    api.then(this::serve).then(this::serve);
    bots.downloadArtifact("1", NAME, target);
    assertThat(target).hasBinaryContent(bytes);
    assertThat(ranges()).isEqualTo("bytes=100000- none");
  }

  @Test
  void aPartThatIsTooLongIsFetchedAnew() throws Exception {
    Files.write(part, new byte[SIZE + 1]);
    manifest(bytes);
    api.then(this::serve);
    bots.downloadArtifact("1", NAME, target);
    assertThat(target).hasBinaryContent(bytes);
    assertThat(ranges()).isEqualTo("none");
  }

  @Test
  void aServerThatKnowsNoRangesSendsItWhole() throws Exception {
    Files.write(part, Arrays.copyOf(bytes, 100_000));
    manifest(bytes);
    api.then(exchange -> FakeApi.send(exchange, 200, Map.of(), bytes));
    bots.downloadArtifact("1", NAME, target);
    assertThat(target).hasBinaryContent(bytes);
  }

  @Test
  void anotherRangeThanAskedForIsNoAnswer() throws Exception {
    Files.write(part, Arrays.copyOf(bytes, 100_000));
    manifest(bytes);
    api.then(206, Map.of("Content-Range", "bytes 5-9/10"), "hello");
    assertThatThrownBy(() -> bots.downloadArtifact("1", NAME, target))
        .isInstanceOf(MeetbotResponseException.class);
    assertThat(target).doesNotExist();
  }

  @Test
  void bytesThatAreNotTheManifestsAreNotKept() throws Exception {
    manifest("something else".getBytes(StandardCharsets.UTF_8));
    api.then(this::serve);
    assertThatThrownBy(() -> bots.downloadArtifact("1", NAME, target))
        .isInstanceOf(MeetbotResponseException.class)
        .hasMessageContaining("SHA-256");
    assertThat(target).doesNotExist();
    assertThat(part).doesNotExist();
  }

  @Test
  void aConnectionThatBreaksIsGoneOnWithWhereItBroke() throws Exception {
    manifest(bytes);
    api.then(exchange -> half(exchange, false)).then(this::serve);
    bots.downloadArtifact("1", NAME, target);
    assertThat(target).hasBinaryContent(bytes);
    assertThat(ranges()).matches("none bytes=[1-9][0-9]*-");
  }

  @Test
  void aConnectionThatFallsSilentIsGoneOnWith() throws Exception {
    bots.close();
    bots = client(Duration.ofSeconds(1));
    manifest(bytes);
    api.then(exchange -> half(exchange, true)).then(this::serve);
    bots.downloadArtifact("1", NAME, target);
    assertThat(target).hasBinaryContent(bytes);
    assertThat(ranges()).matches("none bytes=[1-9][0-9]*-");
  }

  @Test
  void aConnectionThatBreaksAgainAndAgainIsAnErrorAndThePartStays() throws Exception {
    manifest(bytes);
    for (int i = 0; i < 4; i++) {
      api.then(exchange -> half(exchange, false));
    }
    assertThatThrownBy(() -> bots.downloadArtifact("1", NAME, target))
        .isExactlyInstanceOf(MeetbotConnectionException.class);
    assertThat(part).exists();
    assertThat(target).doesNotExist();
  }

  @Test
  void aFileThatIsNotThereIsAnErrorThatSaysSo() throws Exception {
    manifest(bytes);
    api.then(404, "{\"error\":\"not_found\"}");
    assertThatThrownBy(() -> bots.downloadArtifact("1", NAME, target))
        .isInstanceOf(MeetbotNotFoundException.class);
    assertThat(part).doesNotExist();
  }

  @Test
  void aManifestThatMayNotBeReadEndsIt() {
    api.then(401, "{\"error\":\"unauthorized\"}");
    assertThatThrownBy(() -> bots.downloadArtifact("1", NAME, target))
        .isInstanceOf(MeetbotUnauthorizedException.class);
  }

  @Test
  void aFolderThatIsNotThereIsAnErrorOfTheDisk() throws Exception {
    manifest(bytes);
    assertThatThrownBy(() -> bots.downloadArtifact("1", NAME, folder.resolve("no/where")))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aStreamGivesTheBytesAsTheyCome() throws Exception {
    api.then(this::serve);
    try (InputStream stream = bots.downloadArtifact("1", NAME)) {
      assertThat(stream.readAllBytes()).isEqualTo(bytes);
    }
    assertThat(api.only().path()).isEqualTo("/api/v1/jobs/1/artifacts/video.webm");
  }

  @Test
  void aStreamThatFallsSilentFailsToBeRead() throws Exception {
    bots.close();
    bots = client(Duration.ofSeconds(1));
    api.then(exchange -> half(exchange, true));
    try (InputStream stream = bots.downloadArtifact("1", NAME)) {
      assertThatThrownBy(stream::readAllBytes).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aStreamOfNothingIsAnError() {
    api.then(404, "{\"error\":\"not_found\"}");
    assertThatThrownBy(() -> bots.downloadArtifact("1", NAME))
        .isInstanceOf(MeetbotNotFoundException.class);
  }

  private void manifest(byte[] content) throws Exception {
    String sha = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    api.then(
        200,
        "{\"version\":1,\"job\":{\"id\":\"1\"},\"files\":[{\"name\":\""
            + NAME
            + "\",\"bytes\":"
            + content.length
            + ",\"sha256\":\""
            + sha
            + "\"}]}");
  }

  /** As the server does: the range that was asked for, or all. */
  private void serve(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    if (range == null) {
      FakeApi.send(exchange, 200, Map.of(), bytes);
      return;
    }
    int from = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
    String sent = "bytes " + from + "-" + (SIZE - 1) + "/" + SIZE;
    FakeApi.send(
        exchange, 206, Map.of("Content-Range", sent), Arrays.copyOfRange(bytes, from, SIZE));
  }

  /** Half of what was announced; then the connection breaks, or falls silent. */
  private void half(HttpExchange exchange, boolean silent) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("[^0-9]", ""));
    exchange
        .getResponseHeaders()
        .set("Content-Range", "bytes " + from + "-" + (SIZE - 1) + "/" + SIZE);
    exchange.sendResponseHeaders(range == null ? 200 : 206, SIZE - from);
    exchange.getResponseBody().write(bytes, from, (SIZE - from) / 2);
    exchange.getResponseBody().flush();
    if (silent) {
      api.awaitClosing();
    }
  }

  private String ranges() {
    return api.seen().stream()
        .filter(seen -> seen.path().contains("/artifacts/"))
        .map(seen -> seen.header("Range"))
        .map(range -> range == null ? "none" : range)
        .reduce((a, b) -> a + " " + b)
        .orElse("");
  }
}
