package dev.meetbot.tck;

import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;

/** What the artifact contracts need from the class that runs them. */
public interface ArtifactStoreUnderTest {
  /** Where the tests put their bytes. */
  ArtifactKey JOB = new ArtifactKey("acme/job-1");

  ArtifactKey AUDIO = JOB.resolve("audio.anna.webm");

  /** The store of this test: empty when the test starts, the same on every call. */
  ArtifactStore store();
}
