package dev.meetbot.sdk.examples;

import dev.meetbot.sdk.AsyncMeetBot;
import dev.meetbot.sdk.AutoLeaveConfig;
import dev.meetbot.sdk.DispatchRequest;
import dev.meetbot.sdk.Job;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;

public final class AsyncDispatch {
  public static void main(String[] args) {
    try (AsyncMeetBot mb = AsyncMeetBot.builder().buildAsync()) {
      DispatchRequest request =
          DispatchRequest.builder("q2-board-meeting-acme", "https://meet.google.com/xyz-abcd-efg")
              .joinAt(ZonedDateTime.of(2026, 5, 15, 14, 0, 0, 0, ZoneOffset.UTC))
              .displayName("Acme Notetaker")
              .onFinalizeUrl("https://api.acme.example/meetbot/finalize")
              .metadata(Map.of("customer_id", "cust_4711"))
              .autoLeave(
                  AutoLeaveConfig.builder()
                      .afterEntryDelaySeconds(300)
                      .afterMaxSeconds(7200)
                      .onBotDetected(true)
                      .build())
              .build();
      mb.dispatchBot(request).thenAccept(AsyncDispatch::show).join();
    }
  }

  private static void show(Job job) {
    System.out.println(job.id() + " " + job.status() + " " + job.joinAt());
  }
}
