package dev.meetbot.example.storage;

import dev.meetbot.spi.storage.StorageException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database's transactions, with the errors that a storage has. Thread-safe. */
record Transactions(Database database) {
  /** Something to read; what is in one statement is of one moment. */
  <T> T read(String what, Database.Work<T> work) {
    try {
      return database.read(work);
    } catch (SQLException e) {
      throw failed(what, e);
    }
  }

  /** Something to store, whole or not at all. */
  <T extends @Nullable Object> T write(String what, Database.Work<T> work) {
    try {
      return database.write(work);
    } catch (SQLException e) {
      throw failed(what, e);
    }
  }

  static StorageException failed(String what, SQLException e) {
    return new StorageException("could not " + what + ": " + e.getMessage(), e);
  }
}
