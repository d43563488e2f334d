package dev.meetbot.provider.playwright;

import com.microsoft.playwright.Playwright;
import java.util.Optional;

/**
 * A connection to a Playwright driver of its own, for one thread at a time.
 *
 * @param node the driver's process; empty where the system does not tell which one it is
 */
record DriverConnection(Playwright playwright, Optional<ProcessHandle> node)
    implements AutoCloseable {
  @Override
  public void close() {
    playwright.close();
  }
}
