package dev.meetbot.engine.internal.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.HostView;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The figures beside what the system's own programs say. */
@EnabledOnOs(OS.LINUX)
class HostFiguresIT {
  private static final Path PROC = Path.of("/proc");

  private static String said(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader reader = process.inputReader()) {
      return String.join("\n", reader.lines().toList()).strip();
    }
  }

  @Test
  void diskAndProcessorsAreWhatTheSystemSays(@TempDir Path folder) throws Exception {
    HostView.Host host = new Machine(PROC).host(List.of(folder.resolve("not/there/yet")));
    assertThat(host.cpuCount()).isEqualTo(Integer.parseInt(said("nproc")));
    long total =
        Long.parseLong(
            said("df", "-B1", "--output=size", folder.toString()).split("\n")[1].strip());
    long free =
        Long.parseLong(
            said("df", "-B1", "--output=avail", folder.toString()).split("\n")[1].strip());
    assertThat(host.disks()).hasSize(1);
    assertThat(host.disks().get(0).totalBytes()).isEqualTo(total);
    assertThat(host.disks().get(0).freeBytes()).isCloseTo(free, Percentage.withPercentage(5));
    assertThat(host.memoryTotalBytes()).isPositive();
    assertThat(host.memoryAvailableBytes()).isBetween(1L, host.memoryTotalBytes());
    double average = Double.parseDouble(Files.readString(PROC.resolve("loadavg")).split(" ")[0]);
    assertThat(host.loadAverage()).isNotNull();
    assertThat(Math.abs(host.loadAverage() - average)).isLessThan(4.0);
  }

  @Test
  void aTreeOfProcessesIsCountedWithItsMemory() throws Exception {
    Process shell = new ProcessBuilder("sh", "-c", "sleep 60 & echo up; wait").start();
    try (BufferedReader reader = shell.inputReader()) {
      assertThat(reader.readLine()).isEqualTo("up");
      ProcessTrees trees = new ProcessTrees(List.of(shell.pid()), PROC);
      assertThat(trees.count()).isEqualTo(2);
      long kibibytes = 0;
      for (String line :
          said("ps", "-o", "rss=", "--pid", shell.pid() + "", "--ppid", shell.pid() + "")
              .split("\n")) {
        kibibytes += Long.parseLong(line.strip());
      }
      assertThat(trees.residentBytes()).isCloseTo(kibibytes * 1024, Percentage.withPercentage(10));
    } finally {
      shell.descendants().forEach(ProcessHandle::destroyForcibly);
      shell.destroyForcibly();
    }
    assertThat(new ProcessTrees(List.of(shell.onExit().get().pid()), PROC).residentBytes())
        .isZero();
  }
}
