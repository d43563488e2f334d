package dev.meetbot.lab.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A process and all its descendants on Linux, read from {@code /proc}. */
public record ProcessTree(ProcessHandle root) {
  /** Clock ticks per second: 100 on every Linux architecture that runs Java (USER_HZ). */
  private static final double TICKS = 100;

  /** The root first, then all its descendants that live now. */
  public List<ProcessHandle> members() {
    return Stream.concat(Stream.of(root), root.descendants()).toList();
  }

  /** The descendants whose command line has a word; such as {@code chromium}. */
  public List<ProcessHandle> descendants(String word) {
    return root.descendants().filter(p -> commandLine(p.pid()).contains(word)).toList();
  }

  /**
   * Processor seconds, user and system, that the tree has used so far: of the living members and of
   * the finished children that they waited for. A difference of two readings is the use in between.
   */
  public double cpuSeconds() {
    return members().stream().mapToLong(p -> ticks(p.pid())).sum() / TICKS;
  }

  /** The same by program ({@code java}, {@code node}, {@code chromium}, ...). */
  public Map<String, Double> cpuSecondsByProgram() {
    Map<String, Double> use = new TreeMap<>();
    for (ProcessHandle member : members()) {
      use.merge(program(member.pid()), ticks(member.pid()) / TICKS, Double::sum);
    }
    return use;
  }

  /**
   * Megabytes of memory that the tree uses now; pages that processes share count once, by each
   * one's share of them (PSS).
   */
  public double memoryMb() {
    return members().stream().mapToLong(p -> shareKb(p.pid())).sum() / 1024.0;
  }

  private static long shareKb(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")).stream()
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .sum();
    } catch (IOException e) {
      return 0; // it has just ended
    }
  }

  private static String program(long pid) {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/comm")).strip();
    } catch (IOException e) {
      return "ended";
    }
  }

  private static long ticks(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      // the name in parentheses may hold blanks; behind it come the fields from the third on
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long sum = 0;
      for (int i = 11; i <= 14; i++) { // utime, stime, cutime, cstime
        sum += Long.parseLong(fields[i]);
      }
      return sum;
    } catch (IOException e) {
      return 0; // it has just ended; its parent counts it
    }
  }

  /** What a process was started with, the words with blanks in between; empty when it is gone. */
  public static String commandLine(long pid) {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/cmdline")).replace('\0', ' ');
    } catch (IOException e) {
      return "";
    }
  }
}
