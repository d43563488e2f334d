package dev.meetbot.provider.s3;

import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.tck.DurableArtifactStoreContract;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

final class S3ArtifactStoreIT implements DurableArtifactStoreContract {
  private S3Settings settings;
  private S3ArtifactStore store;

  @BeforeEach
  void openStore() {
    settings = S3Server.shared().newBucket();
    store = new S3ArtifactStore(settings, InstantSource.system());
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Override
  public ArtifactStore store() {
    return store;
  }

  @Override
  public void reopen() {
    store = new S3ArtifactStore(settings, InstantSource.system());
  }
}
