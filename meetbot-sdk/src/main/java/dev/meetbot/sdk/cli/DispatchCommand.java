package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.Dispatch;
import dev.meetbot.sdk.DispatchRequest;
import dev.meetbot.sdk.Job;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends a bot. */
@CommandLine.Command(
    name = "dispatch",
    abbreviateSynopsis = true,
    sortOptions = false,
    description = {"Sends a bot into a meeting.", "What is not given is up to the server."})
final class DispatchCommand extends Command {
  @Parameters(
      paramLabel = "URL",
      arity = "0..1",
      description = "The meeting's address; may stand in the file instead.")
  private @Nullable String meetingUrl;

  @ArgGroup(validate = false, heading = "%nThe bot%n", order = 1)
  private BasicOptions basic = new BasicOptions();

  @ArgGroup(validate = false, heading = "%nRecording%n", order = 2)
  private RecordOptions recording = new RecordOptions();

  @ArgGroup(
      validate = false,
      heading = "%nLeaving; times like 90s or 10m, 0 for never%n",
      order = 3)
  private LeaveOptions leaving = new LeaveOptions();

  @ArgGroup(validate = false, heading = "%nGetting in%n", order = 4)
  private EntryOptions entry = new EntryOptions();

  @ArgGroup(validate = false, heading = "%nWebhooks%n", order = 5)
  private WebhookOptions webhooks = new WebhookOptions();

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "The request's JSON, which options change; - reads standard input.")
  private @Nullable String file;

  @Option(
      names = "--idempotency-key",
      paramLabel = "KEY",
      description = "Repeats with it get the first one's answer.")
  private @Nullable String idempotencyKey;

  @Option(names = "--watch", description = "Stays and tells what happens until the job has ended.")
  private boolean watch;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "With --watch: ends with 124 after it.")
  private @Nullable Seconds timeout;

  DispatchCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() throws InterruptedException {
    DispatchRequest request = request();
    Dispatch sent = session.ask(bots -> bots.dispatch(request));
    Job job = sent.job();
    if (!sent.created()) {
      // for machines, too: they would wait for a bot that does not come
      session.terminal().tell(known(job));
    }
    if (!watch) {
      Jobs.show(session, job);
      if (!job.hasEnded()) {
        session.tell("meetbot watch " + Words.clean(job.id()) + " follows it");
      }
      return ExitCode.DONE;
    }
    session.tell("job " + Words.clean(job.id()) + ", " + Words.clean(job.externalId()));
    return new Watch(session, job.id(), timeout).run();
  }

  private String known(Job job) {
    return "meetbot: this external id was known: no bot was sent; job "
        + Words.clean(job.id())
        + " of "
        + Words.date(job.createdAt(), session.outside().zone())
        + " is shown";
  }

  private DispatchRequest request() {
    Fields fields = new Fields(file == null ? Map.of() : fromFile(file));
    basic.into(fields, session.outside());
    fields.put("meetingUrl", meetingUrl);
    recording.into(fields);
    leaving.into(fields);
    entry.into(fields, session.outside());
    webhooks.into(fields);
    if (!fields.has("meetingUrl")) {
      throw new CliException(ExitCode.USAGE, "the meeting's URL is missing");
    }
    if (!fields.has("externalId")) {
      fields.put("externalId", "cli-" + UUID.randomUUID().toString().toLowerCase(Locale.ROOT));
    }
    DispatchRequest.Builder request = DispatchRequest.builder(fields.all());
    return (idempotencyKey == null ? request : request.idempotencyKey(idempotencyKey)).build();
  }

  private Map<String, @Nullable Object> fromFile(String name) {
    return JsonText.findObject(Given.text(name, session.outside()))
        .orElseThrow(() -> new CliException(ExitCode.USAGE, name + " is not a JSON object"));
  }
}
