package dev.meetbot.provider.jpa;

import dev.meetbot.spi.storage.StorageException;
import dev.meetbot.tck.TestJobs;
import java.nio.file.Path;

/** Main class of a child process: stores jobs and ends without closing anything. */
final class StoreUntilKilled {
  private StoreUntilKilled() {}

  public static void main(String[] args) {
    try {
      JpaStorage storage = JpaStorage.h2(Path.of(args[1]));
      storage.migrate();
      for (int i = 1; i <= 50; i++) {
        var job = TestJobs.aQueuedJob(i);
        storage
            .jobs()
            .insert(TestJobs.created(job, TestJobs.aMessage(job, 1, "https://a.example")));
      }
      System.out.println("stored 50");
      System.out.flush();
    } catch (StorageException e) {
      System.out.println(e.getMessage());
      System.out.flush();
    }
    // as abrupt as a kill: no shutdown hooks, no finally
    Runtime.getRuntime().halt(1);
  }
}
