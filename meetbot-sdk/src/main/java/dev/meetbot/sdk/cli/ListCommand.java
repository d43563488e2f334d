package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.Job;
import dev.meetbot.sdk.JobFilter;
import dev.meetbot.sdk.JobStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Lists jobs. */
@CommandLine.Command(
    name = "list",
    sortOptions = false,
    description = "Lists jobs, the newest first.")
final class ListCommand extends Command {
  private static final int LARGEST_PAGE = 200;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description =
          "Only those: queued, joining, "
              + "in_call, recording, finalizing, completed, failed, cancelled.")
  private @Nullable String status;

  @Option(names = "--external-id", paramLabel = "NAME", description = "Only the one of that name.")
  private @Nullable String externalId;

  @Option(names = "--platform", paramLabel = "ID", description = "Only those on that platform.")
  private @Nullable String platform;

  @Option(
      names = "--created-after",
      paramLabel = "TIME",
      description = "Only those made later: 2026-11-22, 2026-11-22T10:00Z, or 2h for the last two.")
  private @Nullable String createdAfter;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "How many at most, 0 for all; 50 unless told otherwise.")
  private int limit;

  ListCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    if (limit < 0) {
      throw new CliException(ExitCode.USAGE, "--limit is 0 or more");
    }
    List<Job> jobs =
        session.ask(
            bots -> {
              Stream<Job> all = bots.listBots(filter());
              return (limit == 0 ? all : all.limit(limit)).toList();
            });
    session.show(Map.of("jobs", jobs), () -> lines(jobs));
    return ExitCode.DONE;
  }

  private JobFilter filter() {
    Outside outside = session.outside();
    Instant after =
        createdAfter == null
            ? null
            : Moments.back(createdAfter, outside.clock().instant(), outside.zone());
    int page = limit == 0 ? LARGEST_PAGE : Math.min(limit, LARGEST_PAGE);
    return new JobFilter(
        status == null ? null : new JobStatus(status), externalId, platform, after, page);
  }

  private List<String> lines(List<Job> jobs) {
    if (jobs.isEmpty()) {
      session.tell("no jobs");
      return List.of();
    }
    Table table =
        new Table()
            .whole("ID")
            .fitted("EXTERNAL ID")
            .fitted("PLATFORM")
            .fitted("STATUS")
            .whole("CREATED");
    for (Job job : jobs) {
      table.row(
          job.id(),
          job.externalId(),
          job.platform(),
          JobText.status(job),
          Words.date(job.createdAt(), session.outside().zone()));
    }
    return table.lines(session.terminal().width());
  }
}
