package dev.meetbot.sdk.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Looks for what keeps things from working. */
@CommandLine.Command(
    name = "doctor",
    description = "Checks this machine and the way to the server, and says what to do.")
final class DoctorCommand extends Command {
  @Option(
      names = "--bots",
      description = "This machine is to run bots: what they need must be there.")
  private boolean bots;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The server's data folder; else MEETBOT_DATA, or .meetbot in your home.")
  private @Nullable Path data;

  DoctorCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() throws InterruptedException {
    List<Finding> found = new ArrayList<>();
    found.addAll(new ServerChecks(session).findings());
    found.addAll(new BotChecks(session.outside(), bots, dataFolder()).findings());
    boolean bad = found.stream().anyMatch(one -> one.level() == Finding.Level.FAIL);
    session.show(document(found, !bad), () -> lines(found));
    return bad ? ExitCode.ENDED_BADLY : ExitCode.DONE;
  }

  private Path dataFolder() {
    if (data != null) {
      return data;
    }
    String told = session.outside().variable("MEETBOT_DATA");
    return told != null ? Path.of(told) : session.outside().home().resolve(".meetbot");
  }

  private List<String> lines(List<Finding> found) {
    boolean colour = session.terminal().colour();
    List<String> lines = new ArrayList<>();
    for (Finding one : found) {
      lines.add(
          one.level().colour().on(Cells.pad(one.level().text(), 4), colour)
              + "  "
              + Cells.pad(one.name(), 8)
              + "  "
              + Words.clean(one.what())
              + (one.advice().isEmpty() ? "" : ": " + Words.clean(one.advice())));
    }
    return lines;
  }

  private static Map<String, Object> document(List<Finding> found, boolean fine) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("ok", fine);
    all.put(
        "checks",
        found.stream()
            .map(
                one -> {
                  Map<String, Object> check = new LinkedHashMap<>();
                  check.put("name", one.name());
                  check.put("level", one.level().text());
                  check.put("what", one.what());
                  check.put("advice", one.advice());
                  return check;
                })
            .toList());
    return all;
  }
}
