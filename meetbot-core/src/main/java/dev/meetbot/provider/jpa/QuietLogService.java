package dev.meetbot.provider.jpa;

import java.util.logging.Level;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;
import org.jspecify.annotations.Nullable;

/** Liquibase's log as ours: what it calls information is detail to us. */
final class QuietLogService extends AbstractLogService {
  @Override
  public int getPriority() {
    // it is handed over by name, never to be found
    return PRIORITY_NOT_APPLICABLE;
  }

  @Override
  @SuppressWarnings("rawtypes") // as in the interface
  public liquibase.logging.Logger getLog(Class type) {
    return new QuietLogger(System.getLogger(type.getName()));
  }

  private static final class QuietLogger extends AbstractLogger {
    private final System.Logger log;

    QuietLogger(System.Logger log) {
      this.log = log;
    }

    @Override
    public void close() {
      // nothing is open
    }

    @Override
    public void log(Level level, String message, @Nullable Throwable thrown) {
      if (level.equals(Level.OFF)) {
        // this is how it says that its telemetry is off
        log.log(System.Logger.Level.TRACE, message, thrown);
      } else if (level.intValue() >= Level.SEVERE.intValue()) {
        log.log(System.Logger.Level.ERROR, message, thrown);
      } else if (level.intValue() >= Level.WARNING.intValue()) {
        log.log(System.Logger.Level.WARNING, message, thrown);
      } else {
        log.log(System.Logger.Level.DEBUG, message, thrown);
      }
    }
  }
}
