package dev.meetbot.provider.playwright;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The operating system's processes of one session on this machine.
 *
 * @param browser empty when the browser runs elsewhere
 * @param driver Playwright's, when it is known
 */
record SessionProcesses(Optional<BrowserProcess> browser, Optional<ProcessHandle> driver) {
  /** The browser with all that it started. */
  List<ProcessHandle> browserFamily() {
    return browser.stream()
        .flatMap(found -> Stream.concat(Stream.of(found.root()), found.root().descendants()))
        .toList();
  }

  /** Ends the browser at once; one elsewhere ends when its driver does. */
  void kill() {
    browser.ifPresentOrElse(BrowserProcess::kill, this::killDriver);
  }

  /** Ends Playwright's driver at once. */
  void killDriver() {
    driver.ifPresent(ProcessHandle::destroyForcibly);
    browser.ifPresent(BrowserProcess::killNode);
  }
}
