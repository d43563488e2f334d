package dev.meetbot.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A call that is over holds no connection. */
@Timeout(60)
class ConnectionsTest {
  @Test
  void aCallThatIsCancelledLeavesItsConnection() throws IOException {
    try (ServerSocket server = listen();
        AsyncMeetBot bots = client(server, Duration.ofSeconds(50))) {
      CompletableFuture<?> call = bots.pauseRecording("1");
      try (Socket connection = server.accept()) {
        InputStream in = connection.getInputStream();
        assertThat(in.read()).isEqualTo('P');
        call.cancel(true);
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      assertThat(call).isCancelled();
    }
  }

  @Test
  void aCallWhoseTimeIsOverLeavesItsConnection() throws IOException {
    try (ServerSocket server = listen();
        AsyncMeetBot bots = client(server, Duration.ofMillis(500))) {
      CompletableFuture<?> call = bots.pauseRecording("1");
      try (Socket connection = server.accept()) {
        connection.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
      }
      assertThat(Kinds.failure(call)).isExactlyInstanceOf(MeetbotTimeoutException.class);
    }
  }

  private static ServerSocket listen() throws IOException {
    return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  }

  private static AsyncMeetBot client(ServerSocket server, Duration timeout) {
    return AsyncMeetBot.builder()
        .apiKey("mb_test_1")
        .baseUrl("http://localhost:" + server.getLocalPort())
        .timeout(timeout)
        .maxRetries(0)
        .buildAsync();
  }
}
