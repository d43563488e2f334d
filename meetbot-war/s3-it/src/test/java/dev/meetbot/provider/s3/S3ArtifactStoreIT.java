package dev.meetbot.provider.s3;

import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.tck.DurableArtifactStoreContract;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

final class S3ArtifactStoreIT implements DurableArtifactStoreContract {
  private final List<ArtifactStore> opened = new ArrayList<>();
  private S3Settings settings;

  @BeforeEach
  void openStore() {
    settings = S3Server.shared().newBucket();
    reopen();
  }

  @AfterEach
  void closeStores() {
    opened.forEach(ArtifactStore::close);
  }

  @Override
  public ArtifactStore store() {
    return opened.get(opened.size() - 1);
  }

  @Override
  public void reopen() {
    opened.add(new S3ArtifactStore(settings, InstantSource.system()));
  }
}
