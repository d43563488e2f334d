package dev.meetbot.provider.playwright;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The operating system's processes of one session, found by the session's switch on the browser's
 * command line.
 *
 * @param root the browser's main process
 * @param node Playwright's driver, the browser's parent
 * @param profile the browser's profile directory, when its command line names one
 */
record BrowserProcess(ProcessHandle root, Optional<ProcessHandle> node, Optional<Path> profile) {
  private static final String PROFILE_SWITCH = "--user-data-dir=";

  /** Looks among our descendants. */
  static Optional<BrowserProcess> find(String sessionSwitch) {
    ProcessHandle self = ProcessHandle.current();
    List<SeenProcess> seen = self.descendants().map(BrowserProcess::look).toList();
    return SeenProcess.root(seen, sessionSwitch)
        .flatMap(root -> ProcessHandle.of(root.pid()))
        .map(root -> new BrowserProcess(root, childOf(self, root), profileOf(root)));
  }

  private static SeenProcess look(ProcessHandle handle) {
    long parent = handle.parent().map(ProcessHandle::pid).orElse(0L);
    return new SeenProcess(handle.pid(), parent, arguments(handle));
  }

  boolean isAlive() {
    return root.isAlive();
  }

  /** Ends the browser with all its processes at once. */
  void kill() {
    List<ProcessHandle> children = root.descendants().toList();
    root.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }

  /** The profile that Playwright made for the session, which a killed driver leaves behind. */
  Optional<Path> temporaryProfile() {
    return profile.filter(
        path -> path.getFileName().toString().startsWith("playwright_chromiumdev_profile-"));
  }

  /** Ends Playwright's driver too. */
  void killNode() {
    node.ifPresent(ProcessHandle::destroyForcibly);
  }

  private static Optional<ProcessHandle> childOf(ProcessHandle ancestor, ProcessHandle handle) {
    return Stream.iterate(handle.parent(), Optional::isPresent, parent -> parent.get().parent())
        .flatMap(Optional::stream)
        .filter(candidate -> candidate.parent().equals(Optional.of(ancestor)))
        .findFirst();
  }

  private static Optional<Path> profileOf(ProcessHandle handle) {
    return arguments(handle).stream()
        .filter(argument -> argument.startsWith(PROFILE_SWITCH))
        .map(argument -> Path.of(argument.substring(PROFILE_SWITCH.length())))
        .findFirst();
  }

  /** Java itself reads at most a memory page of a command line, and Chromium's is longer. */
  static List<String> arguments(ProcessHandle handle) {
    return Files.isReadable(Path.of("/proc", "self", "cmdline"))
        ? words(handle, "cmdline")
        : handle.info().arguments().map(Arrays::asList).orElse(List.of());
  }

  /** What Linux shows of a process in one of its files of words; empty when it shows nothing. */
  static List<String> words(ProcessHandle handle, String file) {
    Path words = Path.of("/proc", Long.toString(handle.pid()), file);
    try {
      return Files.isReadable(words)
          ? Arrays.asList(new String(Files.readAllBytes(words), StandardCharsets.UTF_8).split("\0"))
          : List.of();
    } catch (IOException e) {
      return List.of(); // it ended just now
    }
  }
}
