package dev.meetbot.tck;

import static dev.meetbot.tck.TestJobs.NOW;

import dev.meetbot.model.AutoLeave;
import dev.meetbot.model.BotCommand;
import dev.meetbot.model.BotVerb;
import dev.meetbot.model.ConsentAnswer;
import dev.meetbot.model.ConsentSpec;
import dev.meetbot.model.EndReason;
import dev.meetbot.model.Failure;
import dev.meetbot.model.FailureCode;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobSpec;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.JoinSpec;
import dev.meetbot.model.Lease;
import dev.meetbot.model.Progress;
import dev.meetbot.model.RecordedTime;
import dev.meetbot.model.RecordingSpec;
import dev.meetbot.model.RecordingState;
import dev.meetbot.model.StatusChange;
import dev.meetbot.model.WebhookTargets;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A job in which no field is null or at its default, so that a store cannot forget one. */
public final class FullJobs {
  private FullJobs() {}

  /** That job; the higher its number, the younger it is. */
  public static Job everythingSet(int number) {
    return new Job(
        TestJobs.jobId(number),
        TestJobs.TENANT,
        1,
        spec("full-" + number),
        progress(),
        new Lease(TestJobs.WORKER, NOW.plusMillis(1234)),
        List.of(
            new StatusChange(JobStatus.QUEUED, NOW, null),
            new StatusChange(JobStatus.FAILED, NOW.plusMillis(7), "denied \"by\" the host")),
        NOW.plusMillis(1),
        NOW.plusMillis(999));
  }

  private static JobSpec spec(String externalId) {
    return new JobSpec(
        externalId,
        URI.create("https://meet.example.org/x?pwd=a%20b#c"),
        "zoom-web",
        NOW.plusSeconds(60),
        "Protokoll für Łukasz 会议",
        new WebhookTargets(
            URI.create("https://a.example/status"),
            URI.create("https://b.example/final"),
            1,
            Set.of("bot.waiting_room", "bot.chat_message")),
        "{ \"a\" : [1, 2.50, \"x\\n\\u0000\"] }",
        new AutoLeave(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofMillis(3500),
            Duration.ofSeconds(4),
            Duration.ofSeconds(5),
            Duration.ofSeconds(6),
            true,
            Set.of("Otter", "Žofie's notes")),
        new RecordingSpec(
            RecordingSpec.Audio.MIXED,
            RecordingSpec.Video.PARTICIPANTS,
            RecordingSpec.Layout.GALLERY,
            false,
            false,
            false),
        new ConsentSpec(true, "May I record?", Duration.ofSeconds(33)),
        new JoinSpec(JoinSpec.SignIn.ALWAYS, "c2VhbGVk", true));
  }

  private static Progress progress() {
    return new Progress(
        JobStatus.FAILED,
        RecordingState.PAUSED,
        NOW.plusSeconds(30),
        3,
        12,
        NOW.plusSeconds(1),
        NOW.plusSeconds(2),
        NOW.plusSeconds(3),
        NOW.plusSeconds(4),
        EndReason.DENIED,
        new Failure(FailureCode.HOST_DENIED_ADMISSION, "the host denied entry 47 s after asking"),
        "https://bots.example/api/v1/jobs/1/manifest",
        5400,
        new RecordedTime(5_390_001, NOW.plusSeconds(5)),
        List.of(
            new BotCommand("r1", BotVerb.PAUSE_RECORDING, null, NOW.plusMillis(5)),
            new BotCommand("r2", BotVerb.SEND_CHAT_MESSAGE, "Grüße \"an\" alle", NOW)),
        List.of(
            new ConsentAnswer(true, ConsentAnswer.Reason.GRANTED, "Žofie", NOW.plusMillis(6)),
            new ConsentAnswer(false, ConsentAnswer.Reason.TIMEOUT, null, NOW.plusMillis(7))),
        41);
  }
}
