package dev.meetbot.lab.dropin;

import dev.meetbot.lab.server.ProcessTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server's JVM tells of itself, by the JDK's {@code jcmd} and {@code /proc}. */
final class Jvm {
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
  private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");

  private final ProcessHandle process;

  Jvm(ProcessHandle process) {
    this.process = process;
  }

  /** The JVM that a start script has become or has started: the Java process without another. */
  static Jvm of(ProcessHandle script) throws IOException {
    return new ProcessTree(script)
        .members().stream()
            .filter(p -> isJava(p) && p.descendants().noneMatch(Jvm::isJava))
            .map(Jvm::new)
            .findFirst()
            .orElseThrow(() -> new IOException("the start script runs no Java"));
  }

  private static boolean isJava(ProcessHandle process) {
    return process.info().command().filter(c -> c.endsWith("/java")).isPresent();
  }

  ProcessHandle process() {
    return process;
  }

  /** The bytes of all objects that are still reached, in MB; collects first. */
  double heapMb() throws IOException, InterruptedException {
    Matcher total = TOTAL.matcher(jcmd("GC.class_histogram"));
    return total.find() ? Long.parseLong(total.group(1)) / 1e6 : Double.NaN;
  }

  /** Has everything collected that nobody reaches, what is to be finalized too. */
  void collect() throws IOException, InterruptedException {
    jcmd("GC.run");
    jcmd("GC.run_finalization");
    jcmd("GC.run");
  }

  /** How many class loaders have a class of that name of their own. */
  int definitions(String className) throws IOException, InterruptedException {
    Pattern line = Pattern.compile("(?m)" + Pattern.quote(className) + "/0x");
    return (int) line.matcher(jcmd("VM.class_hierarchy", className)).results().count();
  }

  /** Each thread: its name in quotes, and the methods that it is in. */
  List<String> threads() throws IOException, InterruptedException {
    List<String> threads = new ArrayList<>();
    for (String block : jcmd("Thread.print").split("\n\n")) {
      if (block.startsWith("\"")) {
        threads.add(block);
      }
    }
    return threads;
  }

  /** The command lines of the processes that it has started and that still run. */
  List<String> children() {
    return process.descendants().map(p -> ProcessTree.commandLine(p.pid())).toList();
  }

  /** Writes all that is still reached to a file, for a program that looks for who holds it. */
  void dump(Path file) throws IOException, InterruptedException {
    jcmd("GC.heap_dump", file.toString());
  }

  /** Memory of the process, as the system counts it. */
  double residentMb() throws IOException {
    Matcher resident =
        RESIDENT.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
    return resident.find() ? Long.parseLong(resident.group(1)) / 1024.0 : Double.NaN;
  }

  private String jcmd(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    command.add(Long.toString(process.pid()));
    command.addAll(Arrays.asList(words));
    Process jcmd = new ProcessBuilder(command).redirectErrorStream(true).start();
    String told = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (jcmd.waitFor() != 0) {
      throw new IOException("jcmd " + words[0] + ": " + told);
    }
    return told;
  }
}
