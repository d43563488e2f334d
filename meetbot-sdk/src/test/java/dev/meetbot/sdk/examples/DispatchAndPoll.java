package dev.meetbot.sdk.examples;

import dev.meetbot.sdk.DispatchRequest;
import dev.meetbot.sdk.Job;
import dev.meetbot.sdk.MeetBot;

public final class DispatchAndPoll {
  public static void main(String[] args) throws InterruptedException {
    try (MeetBot mb = MeetBot.builder().apiKey(System.getenv("MEETBOT_API_KEY")).build()) {
      Job job =
          mb.dispatchBot(
              DispatchRequest.builder(
                      "lesson-2026-05-09-pavel", "https://meet.google.com/abc-defg-hij")
                  .displayName("Acme Notetaker")
                  .build());
      System.out.println("dispatched " + job.id() + ": " + job.status());

      while (true) {
        Job snapshot = mb.getBot(job.id()).orElseThrow();
        System.out.println(snapshot.status());
        if (snapshot.hasEnded()) {
          System.out.println("manifest: " + snapshot.manifestUri());
          break;
        }
        Thread.sleep(5_000);
      }
    }
  }
}
