package dev.meetbot.example.storage;

import dev.meetbot.model.Job;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ArtifactWriter;
import dev.meetbot.tck.TestJobs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/** Main class of a child process: stores jobs and bytes, says so after each, and never ends. */
final class StoreUntilKilled {
  private StoreUntilKilled() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    SqliteStorage storage = SqliteStorage.open(folder.resolve("meetbot.db"));
    storage.migrate();
    ArtifactStore artifacts =
        SqliteArtifacts.open(
            folder.resolve("artifacts.db"), Long.MAX_VALUE, InstantSource.system());
    ArtifactWriter writer = artifacts.open(KilledIT.AUDIO, "audio/webm");
    for (int number = 1; ; number++) {
      Job job = TestJobs.aQueuedJob(number);
      storage.jobs().insert(TestJobs.created(job, TestJobs.aMessage(job, 1, "https://a.example")));
      writer.append(KilledIT.bytes(number));
      writer.flush();
      System.out.println(number);
    }
  }
}
