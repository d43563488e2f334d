package dev.meetbot.provider.playwright;

import java.util.List;
import java.util.Optional;

/**
 * A process as it was at one moment.
 *
 * @param pid its number
 * @param parent its parent's number; 0 when that had ended
 * @param arguments its command line, the program first
 */
record SeenProcess(long pid, long parent, List<String> arguments) {
  /**
   * The browser's main process. Two others may carry its switches: a start script that stays around
   * (its child is the browser, under another program's name), and for a moment a child that the
   * browser has forked but that does not run its own program yet (it repeats the browser's command
   * line word for word).
   *
   * @param seen the processes of one moment
   * @param sessionSwitch is on the browser's command line
   */
  static Optional<SeenProcess> root(List<SeenProcess> seen, String sessionSwitch) {
    List<SeenProcess> bearers = seen.stream().filter(one -> one.bears(sessionSwitch)).toList();
    List<SeenProcess> programs =
        bearers.stream().filter(one -> bearers.stream().noneMatch(one::isForkOf)).toList();
    return programs.stream()
        .filter(one -> programs.stream().noneMatch(other -> other.parent == one.pid))
        .findFirst();
  }

  private boolean bears(String sessionSwitch) {
    return arguments.contains(sessionSwitch)
        && arguments.stream().noneMatch(argument -> argument.startsWith("--type="));
  }

  private boolean isForkOf(SeenProcess other) {
    return parent == other.pid && arguments.equals(other.arguments);
  }
}
