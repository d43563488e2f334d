package dev.meetbot.provider.jpa;

import dev.meetbot.spi.storage.StorageException;
import jakarta.persistence.PersistenceException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.exception.ConstraintViolationException;

/** One session and one transaction per call; Hibernate's faults leave as the SPI's. */
final class Transactions {
  private final SessionFactory sessions;

  Transactions(SessionFactory sessions) {
    this.sessions = sessions;
  }

  <T> T call(String what, Function<Session, T> work) {
    try {
      return sessions.fromTransaction(work);
    } catch (PersistenceException e) {
      throw new StorageException("could not " + what, e);
    }
  }

  void run(String what, Consumer<Session> work) {
    call(
        what,
        session -> {
          work.accept(session);
          return Boolean.TRUE;
        });
  }

  /** Whether the store refused a row because of another one with the same unique value. */
  static boolean isDuplicate(StorageException e) {
    return e.getCause() instanceof ConstraintViolationException violation
        && "23505".equals(violation.getSQLState());
  }
}
