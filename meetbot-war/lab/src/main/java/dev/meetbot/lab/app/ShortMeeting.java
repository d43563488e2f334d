package dev.meetbot.lab.app;

import dev.meetbot.lab.guest.Guest;
import dev.meetbot.lab.receiver.WebhookReceiver;
import dev.meetbot.lab.server.JobsClient;
import dev.meetbot.lab.truth.Span;
import dev.meetbot.lab.truth.Speech;
import dev.meetbot.lab.truth.Voice;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * A whole meeting of some 20 s in the application's own room: one person in a real browser, a bot
 * that is let in, records and leaves when the person ends the call. What comes of it is held
 * against what the person really said.
 */
public final class ShortMeeting {
  private static final String BOT = "Notes";
  private static final Voice ADA = new Voice("Ada", 440, 20);
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  /** From the start of the talk; starts and ends in ms. */
  private static final double[][] TURNS = {{2000, 5000}, {6000, 8000}};

  private ShortMeeting() {}

  /**
   * Holds the meeting; blocks until its files are measured.
   *
   * @param dir where the recording is left; must be new
   * @return everything that is not as it should be; empty when all is well
   * @throws IllegalStateException when the meeting did not come about
   */
  public static List<String> faults(App app, Path dir) {
    String name = "short-" + UUID.randomUUID();
    URI address = app.at("room/" + name);
    JobsClient jobs = app.jobs();
    try (WebhookReceiver receiver = WebhookReceiver.start();
        Guest ada = Guest.open(ADA, address)) {
      ada.join();
      ada.awaitInCall(PATIENCE);
      String id = send(jobs, name, address, receiver);
      ada.await(
          "the bot",
          room -> room.waitingId(BOT).isPresent() || JobsClient.isOver(jobs.get(id)),
          PATIENCE);
      if (JobsClient.isOver(jobs.get(id))) {
        throw new IllegalStateException("the bot never came: " + jobs.get(id));
      }
      ada.admit(BOT);
      awaitRecording(jobs, id);
      Speech said = talk(ada);
      ada.endForAll();
      JsonObject job = jobs.await(id, JobsClient::isOver, PATIENCE);
      MeetingFaults faults = new MeetingFaults(app, job);
      faults.webhooks(receiver, PATIENCE);
      if (faults.isCompleted()) {
        faults.recording(jobs.download(id, dir), said);
      }
      return faults.all();
    }
  }

  private static String send(JobsClient jobs, String name, URI room, WebhookReceiver receiver) {
    JsonObject body =
        Json.createObjectBuilder()
            .add("externalId", name)
            .add("meetingUrl", room.toString())
            .add("displayName", BOT)
            .add(
                "webhooks",
                Json.createObjectBuilder()
                    .add("onStatusChange", receiver.url("/status").toString())
                    .add("onFinalize", receiver.url("/result").toString()))
            .build();
    return jobs.create(body).getString("id");
  }

  private static void awaitRecording(JobsClient jobs, String id) {
    JsonObject job =
        jobs.await(
            id, j -> JobsClient.isOver(j) || j.getString("status").equals("recording"), PATIENCE);
    if (JobsClient.isOver(job)) {
      throw new IllegalStateException("the bot never recorded: " + job);
    }
  }

  private static Speech talk(Guest guest) {
    double zero = System.currentTimeMillis();
    double end = zero + TURNS[TURNS.length - 1][1];
    guest.speak(List.of(TURNS).stream().map(t -> new Span(zero + t[0], zero + t[1])).toList());
    guest.await("the end", room -> System.currentTimeMillis() > end + 700, PATIENCE);
    return guest.speech();
  }
}
