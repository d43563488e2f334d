package dev.meetbot.lab.run;

import dev.meetbot.lab.demo.Progress;
import dev.meetbot.lab.scenario.Scenario;
import dev.meetbot.lab.scenario.Scenarios;
import dev.meetbot.lab.score.Mark;
import dev.meetbot.lab.score.ReportJson;
import dev.meetbot.lab.score.ReportTable;
import dev.meetbot.lab.score.Row;
import dev.meetbot.lab.score.Summary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/**
 * The lab's command: runs scenarios against the packed server and scores them. Exit code 0 when
 * every bar holds, 1 when one fails, 2 when it could not run.
 */
public final class Lab {
  private final LabOptions options;
  private final String commandLine;
  private final Progress progress = new Progress(System.err);

  private Lab(LabOptions options, String commandLine) {
    this.options = options;
    this.commandLine = commandLine;
  }

  public static void main(String[] arguments) {
    // Shorter than any server here keeps an idle connection: what is posted on one that is just
    // being closed is lost, and nobody may send it twice.
    System.setProperty("jdk.httpclient.keepalive.timeout", "3");
    int code;
    try {
      List<String> words = List.of(arguments);
      Lab lab = new Lab(LabOptions.parse(words), commandLine(words));
      code = lab.run() ? 0 : 1;
    } catch (LabOptions.Unusable e) {
      System.err.println(e.getMessage());
      code = 2;
    } catch (RuntimeException e) {
      System.err.println("the lab could not run: " + e.getMessage());
      if (System.getenv("MEETBOT_LAB_TRACE") != null) {
        e.printStackTrace();
      }
      code = 2;
    }
    System.exit(code);
  }

  /** What was asked for; where files lie on this machine is nobody's business. */
  private static String commandLine(List<String> words) {
    StringBuilder text = new StringBuilder("bin/lab");
    for (int i = 0; i < words.size(); i++) {
      if (List.of("--out", "--war", "--site", "--plugin").contains(words.get(i))) {
        i++;
      } else {
        text.append(' ').append(words.get(i));
      }
    }
    return text.toString();
  }

  private boolean run() {
    List<Scenario> scenarios =
        Scenarios.only(
            options.few() ? Scenarios.few() : Scenarios.all(), options.only(), options.platform());
    if (options.kind() == LabOptions.Kind.LIST) {
      scenarios.forEach(s -> System.out.println(s.name() + " " + s.expected().text()));
      return true;
    }
    progress.step("starting the server and the lab's own");
    try (Bench bench = Bench.open(options)) {
      return switch (options.kind()) {
        case MUTATE -> told("mutations", new Mutation(bench, options, progress).run());
        case FAULTS -> told("faults", new Faults(bench, options, progress).run());
        case DRIFT -> told("long call", new LongCall(bench, options, progress).run());
        default -> scored(bench, scenarios);
      };
    }
  }

  private boolean told(String section, Finding finding) {
    System.out.println(finding.json());
    if (options.docs() != null) {
      LabPage.write(options.docs(), section, commandLine, finding.table());
    }
    return finding.ok();
  }

  /** A server's first bot also loads its classes; how long a join takes is measured after it. */
  private void warmUp(Bench bench, List<Scenario> scenarios) {
    if (options.bare() > 0) {
      scenarios.stream()
          .filter(s -> s.expected().status().equals("failed") && !s.inRoom() && !s.atOthers())
          .findFirst()
          .ifPresent(
              s -> {
                progress.step("a join that does not count");
                new LabRun(bench, s).run();
              });
    }
  }

  private boolean scored(Bench bench, List<Scenario> scenarios) {
    warmUp(bench, scenarios);
    progress.step(scenarios.size() + " scenarios, " + options.parallel() + " at a time");
    List<Row> rows = new Crew(bench, options, progress).run(scenarios);
    Summary summary = new Summary(rows);
    List<Mark> marks = summary.marks();
    String report = ReportJson.of(summary).toString();
    try {
      Files.writeString(options.out().resolve("report.json"), report);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (options.docs() != null) {
      LabPage.write(options.docs(), "scenarios", commandLine, LabPage.tables(summary));
    }
    System.out.println(
        options.json() ? report : ReportTable.bars(marks) + "\n" + ReportTable.rows(rows));
    return marks.stream().allMatch(Mark::ok);
  }
}
