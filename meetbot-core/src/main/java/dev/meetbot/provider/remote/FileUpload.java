package dev.meetbot.provider.remote;

import dev.meetbot.model.Job;
import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ArtifactInfo;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ByteRange;
import dev.meetbot.spi.storage.StorageException;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.List;

/** Brings a job's files to the server: all but the raw capture, the manifest last. */
record FileUpload(ServerClient server, ArtifactStore files) {
  private static final Logger LOG = System.getLogger(FileUpload.class.getName());
  private static final String RAW = "capture/";
  private static final String LAST = "manifest.json";

  void all(Job job, String worker) {
    ArtifactKey prefix = prefix(job);
    try {
      List<ArtifactInfo> found =
          files.list(prefix).stream()
              .sorted(Comparator.comparing(info -> name(prefix, info).equals(LAST)))
              .toList();
      for (ArtifactInfo info : found) {
        String name = name(prefix, info);
        if (!name.startsWith(RAW)) {
          server.put(job.id().value(), name, worker, info.mediaType(), () -> open(info.key()));
        }
      }
    } catch (IOException e) {
      throw new StorageException("the files of job " + job.id() + " cannot be read", e);
    }
  }

  /** Deletes what the server has; what cannot be deleted is only told of. */
  void forget(Job job) {
    try {
      files.delete(prefix(job));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the files of job " + job.id() + " stay on this worker's disk", e);
    }
  }

  private static ArtifactKey prefix(Job job) {
    return new ArtifactKey(job.tenant() + "/" + job.id());
  }

  private static String name(ArtifactKey prefix, ArtifactInfo info) {
    return info.key().path().substring(prefix.path().length() + 1);
  }

  private InputStream open(ArtifactKey key) throws IOException {
    ArtifactContent content =
        files.read(key, ByteRange.ALL).orElseThrow(() -> new FileNotFoundException(key.toString()));
    return new FilterInputStream(content.stream()) {
      @Override
      public void close() throws IOException {
        content.close();
      }
    };
  }
}
