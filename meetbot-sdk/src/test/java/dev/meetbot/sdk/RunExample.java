package dev.meetbot.sdk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Runs one of the three examples of {@code docs/sdk-java.md} as it stands against the server of the
 * environment: {@code MEETBOT_API_BASE_URL}, {@code MEETBOT_API_KEY}, {@code
 * MEETBOT_TEST_MEETING_URL}, and for the third {@code MEETBOT_WEBHOOK_SECRET}, with a server that
 * may send webhooks to this machine. Of the text only the meeting's address and the length of
 * sleeps are others.
 */
final class RunExample {
  private static final String[] NAMES = {"DispatchAndPoll", "AsyncDispatch", "WebhookReceiver"};
  private static final Pattern MEETING = Pattern.compile("https://meet\\.google\\.com/[a-z-]+");

  private RunExample() {}

  /** Takes the example's number, 1 to 3; the exit code is that of the example. */
  public static void main(String[] args) throws Exception {
    String name = NAMES[Integer.parseInt(args[0]) - 1];
    String meeting = System.getenv("MEETBOT_TEST_MEETING_URL");
    BlockProgram program = BlockProgram.of(text(name, meeting), Files.createTempDirectory(name));
    if (name.equals("WebhookReceiver")) {
      receive(program, meeting);
    } else {
      System.exit(program.process(Map.of()).inheritIO().start().waitFor());
    }
  }

  private static String text(String name, String meeting) {
    return PageBlock.of(Path.of("docs", "sdk-java.md"), "java").stream()
        .map(PageBlock::text)
        .filter(text -> text.contains("class " + name))
        .map(text -> MEETING.matcher(text).replaceAll(meeting))
        .map(text -> text.replace("Thread.sleep(5_000)", "Thread.sleep(250)"))
        .findFirst()
        .orElseThrow();
  }

  /** Sends a bot whose recording the example is told of. */
  private static void receive(BlockProgram program, String meeting) throws IOException {
    Process receiver = program.process(Map.of("PORT", "0")).redirectErrorStream(true).start();
    try (MeetBot bots = MeetBot.builder().build();
        BufferedReader said =
            new BufferedReader(
                new InputStreamReader(receiver.getInputStream(), StandardCharsets.UTF_8))) {
      String port = said.readLine().replaceAll("\\D", "");
      Job job =
          bots.dispatchBot(
              DispatchRequest.builder("receiver-" + UUID.randomUUID(), meeting)
                  .displayName("Acme Notetaker")
                  .onFinalizeUrl("http://127.0.0.1:" + port + "/webhook/meetbot")
                  .build());
      Job ended = bots.waitFor(job.id(), Duration.ofMinutes(5));
      if (!ended.status().equals(JobStatus.COMPLETED)) {
        throw new IllegalStateException("it ended otherwise: " + ended);
      }
      String told = said.readLine();
      if (!told.equals(job.id() + " " + ended.manifestUri())) {
        throw new IllegalStateException("told of something else: " + told);
      }
      System.out.println("told of " + told);
    } finally {
      receiver.destroyForcibly();
    }
  }
}
