package dev.meetbot.lab.run;

import dev.meetbot.lab.demo.Progress;
import dev.meetbot.lab.scenario.Scenario;
import dev.meetbot.lab.score.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs scenarios, a few at a time. */
final class Crew {
  private final Bench bench;
  private final LabOptions options;
  private final Progress progress;
  private final Map<String, Integer> walked = new HashMap<>();

  Crew(Bench bench, LabOptions options, Progress progress) {
    this.bench = bench;
    this.options = options;
    this.progress = progress;
  }

  /** The rows in the scenarios' order; what goes wrong with one is told in its row. */
  List<Row> run(List<Scenario> scenarios) {
    ExecutorService workers = Executors.newFixedThreadPool(options.parallel(), Crew::daemon);
    AtomicInteger done = new AtomicInteger();
    try {
      List<Future<Row>> running =
          scenarios.stream()
              .map(s -> workers.submit(() -> told(row(s), done, scenarios.size())))
              .toList();
      List<Row> rows = new ArrayList<>();
      for (Future<Row> row : running) {
        rows.add(row.get());
      }
      return rows;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      workers.shutdownNow();
    }
  }

  private Row row(Scenario scenario) {
    try {
      Attempt attempt = attempt(scenario);
      double bareMs = walks(scenario) ? new BareJoin(bench).walk(scenario) : Double.NaN;
      return attempt.score(bench, bareMs, List.of());
    } catch (RuntimeException e) {
      return Row.broken(scenario, "could not be run: " + e.getMessage());
    }
  }

  private Attempt attempt(Scenario scenario) {
    if (scenario.inRoom()) {
      return new RoomRun(bench, scenario).run();
    }
    return scenario.atOthers()
        ? new OthersRun(bench, scenario).run()
        : new LabRun(bench, scenario).run();
  }

  private synchronized boolean walks(Scenario scenario) {
    return scenario.hasBareWay()
        && walked.merge(scenario.platform(), 1, Integer::sum) <= options.bare();
  }

  private Row told(Row row, AtomicInteger done, int all) {
    progress.step(
        String.format(
            "%d/%d %-4s %s: %s %s",
            done.incrementAndGet(),
            all,
            row.ok() ? "ok" : "FAIL",
            row.scenario().name(),
            row.actual(),
            row.inShort()));
    return row;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "scenario");
    thread.setDaemon(true);
    return thread;
  }
}
