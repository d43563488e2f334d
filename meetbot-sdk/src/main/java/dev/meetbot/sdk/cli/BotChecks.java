package dev.meetbot.sdk.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a machine needs that runs bots; other machines do without.
 *
 * @param bots whether this machine runs bots
 */
record BotChecks(Outside outside, boolean bots, Path data) {
  private static final String WHERE = "only machines that run bots need it";
  private static final long LEAST = 1_000_000_000L;
  private static final long PLENTY = 10_000_000_000L;

  List<Finding> findings() {
    return List.of(browser(), program("ffmpeg"), program("ffprobe"), node(), disk());
  }

  private Finding browser() {
    List<String> names = new ArrayList<>();
    String told = outside.variable("MEETBOT_BROWSER_EXECUTABLE");
    if (told != null) {
      names.add(told);
    }
    names.addAll(List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"));
    for (String name : names) {
      Optional<String> version = outside.programs().firstLine(List.of(name, "--version"));
      if (version.isPresent()) {
        return Finding.ok("browser", version.get() + " (" + name + ")");
      }
    }
    return missing("browser", "Chromium is not there", "install chromium");
  }

  private Finding program(String name) {
    return outside
        .programs()
        .firstLine(List.of(name, "-version"))
        .map(line -> Finding.ok(name, line.replaceFirst(" Copyright.*", "")))
        .orElseGet(() -> missing(name, name + " is not there", "install ffmpeg"));
  }

  private Finding node() {
    return outside
        .programs()
        .firstLine(List.of("node", "--version"))
        .map(line -> Finding.ok("node", "Node.js " + line))
        .orElseGet(() -> missing("node", "Node.js is not there", "install nodejs, 18 or newer"));
  }

  private Finding disk() {
    Path there = data.toAbsolutePath();
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    try {
      long free = Files.getFileStore(there).getUsableSpace();
      return disk(free, there);
    } catch (IOException e) {
      return missing("disk", "the free space of " + there + " is not known", "look by yourself");
    }
  }

  /** What that much free space means. Pure. */
  Finding disk(long free, Path where) {
    String what = Words.bytes(free) + " free for " + where;
    if (free >= PLENTY) {
      return Finding.ok("disk", what);
    }
    String advice = "an hour of a meeting takes up to 2 GB: make room, or use another folder";
    return free >= LEAST
        ? Finding.warn("disk", what, advice)
        : Finding.missing(bots, "disk", what, advice);
  }

  private Finding missing(String name, String what, String advice) {
    return Finding.missing(bots, name, what, bots ? advice : WHERE);
  }
}
