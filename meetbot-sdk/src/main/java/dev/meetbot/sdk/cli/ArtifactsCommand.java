package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.Manifest;
import dev.meetbot.sdk.MeetBot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches a job's files. */
@CommandLine.Command(
    name = "artifacts",
    sortOptions = false,
    description = {
      "Fetches a job's files, checked by SHA-256.",
      "What is there already is not fetched again; a download that broke off goes on."
    })
final class ArtifactsCommand extends Command {
  private static final String MANIFEST = "manifest.json";

  @Parameters(index = "0", paramLabel = "ID", description = "The job's id.")
  private String id = "";

  @Parameters(
      index = "1..*",
      paramLabel = "NAME",
      description = "As the manifest names them; else all.")
  private List<String> names = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to; else a folder with the job's id.")
  private @Nullable Path out;

  @Option(names = "--list", description = "Lists them and fetches nothing.")
  private boolean list;

  @Option(names = "--delete", description = "Deletes all files of the job on the server.")
  private boolean delete;

  @Option(names = "--yes", description = "With --delete: does not ask.")
  private boolean yes;

  ArtifactsCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() throws IOException {
    if (delete) {
      return delete();
    }
    if (list) {
      Manifest manifest = Jobs.ask(session, id, bots -> bots.manifest(id));
      session.show(
          listed(manifest), () -> ManifestText.files(manifest, session.terminal().width()));
      return ExitCode.DONE;
    }
    List<Fetch.Fetched> fetched = Jobs.ask(session, id, this::fetch);
    if (session.json()) {
      Map<String, Object> done = new LinkedHashMap<>();
      done.put("jobId", id);
      done.put("files", fetched);
      session.terminal().print(JsonText.document(done));
    }
    return ExitCode.DONE;
  }

  private List<Fetch.Fetched> fetch(MeetBot bots) {
    Manifest manifest = bots.manifest(id);
    Path folder = out != null ? out : ArtifactPath.below(Path.of(""), id);
    refuseOthers(folder, manifest.job().id());
    Fetch fetch = new Fetch(session, bots, id, folder);
    List<String> wanted = names.isEmpty() ? all(manifest) : names;
    List<Fetch.Fetched> fetched = new ArrayList<>();
    for (String name : wanted) {
      try {
        Fetch.Fetched file = fetch.fetch(name, manifest.findFile(name).orElse(null));
        fetched.add(file);
        tell(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return fetched;
  }

  /** Files of two jobs in one folder would take each other's place. */
  private static void refuseOthers(Path folder, String id) {
    Path there = folder.resolve(MANIFEST);
    if (Files.isRegularFile(there)) {
      Optional<String> other =
          ManifestText.findJob(Given.file(there)).filter(job -> !job.equals(id));
      if (other.isPresent()) {
        throw new CliException(
            ExitCode.LOCAL,
            folder + " holds the files of job " + other.get() + ": choose another --out");
      }
    }
  }

  private ExitCode delete() throws IOException {
    if (list || !names.isEmpty()) {
      throw new CliException(ExitCode.USAGE, "--delete deletes all files and takes no names");
    }
    String question = "Delete all files of job " + id + " on the server for good?";
    if (!yes && !Question.isYes(session, question)) {
      throw new CliException(ExitCode.USAGE, "nothing was deleted");
    }
    Jobs.ask(
        session,
        id,
        bots -> {
          bots.deleteArtifacts(id);
          return true;
        });
    Map<String, Object> done = new LinkedHashMap<>();
    done.put("jobId", id);
    done.put("deleted", true);
    session.show(done, () -> List.of("deleted the files of " + id));
    return ExitCode.DONE;
  }

  private static List<String> all(Manifest manifest) {
    List<String> all = new ArrayList<>(manifest.files().stream().map(Manifest.File::name).toList());
    all.add(MANIFEST);
    return all;
  }

  private void tell(Fetch.Fetched file) {
    if (!session.json()) {
      String there = file.state().equals("present") ? "  (was there)" : "";
      session
          .terminal()
          .print(
              Cells.pad(Words.bytes(file.bytes()), 10) + Words.clean(shown(file.path())) + there);
    }
  }

  /** As short as it can be said from here. */
  private static Path shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path) : path;
  }

  private Map<String, Object> listed(Manifest manifest) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("jobId", id);
    all.put("files", manifest.files());
    return all;
  }
}
