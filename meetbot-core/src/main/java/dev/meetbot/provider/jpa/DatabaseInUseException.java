package dev.meetbot.provider.jpa;

import dev.meetbot.spi.storage.StorageException;
import java.nio.file.Path;

/** The database's file is open in another process, usually a second server on the same data. */
public final class DatabaseInUseException extends StorageException {
  private static final long serialVersionUID = 1L;

  DatabaseInUseException(Path folder, Throwable cause) {
    super(
        "the database in "
            + folder
            + " is in use by another server; every server needs a data folder of its own",
        cause);
  }
}
