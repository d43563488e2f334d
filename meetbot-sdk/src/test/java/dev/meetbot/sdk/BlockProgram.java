package dev.meetbot.sdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A block of Java, compiled. One that holds no class stands for the body of a {@code main}, after
 * its imports.
 *
 * @param main the class to run
 * @param folder where its classes are
 */
record BlockProgram(String main, Path folder) {
  private static final Pattern CLASS = Pattern.compile("(?m)^(?:public )?(?:final )?class (\\w+)");
  private static final Pattern MAIN = Pattern.compile("void main\\(");

  /**
   * Compiles it.
   *
   * @throws AssertionError with what the compiler says
   */
  static BlockProgram of(String text, Path folder) {
    Matcher named = CLASS.matcher(text);
    String name = named.find() ? named.group(1) : "Block";
    try {
      Path source = Files.writeString(folder.resolve(name + ".java"), wholeOf(text));
      compile(source, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BlockProgram(name, folder);
  }

  private static String wholeOf(String text) {
    if (CLASS.matcher(text).find()) {
      return text;
    }
    String imports =
        text.lines().filter(l -> l.startsWith("import ")).collect(Collectors.joining("\n"));
    String rest =
        text.lines().filter(l -> !l.startsWith("import ")).collect(Collectors.joining("\n"));
    return imports
        + "\nclass Block {\n  public static void main(String[] args) throws Exception {\n"
        + rest
        + "\n  }\n}\n";
  }

  private static void compile(Path source, Path folder) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    java.io.StringWriter said = new java.io.StringWriter();
    List<String> options =
        List.of(
            "--release",
            "17",
            "-encoding",
            "UTF-8",
            "-Xlint:all,-processing,-classfile",
            "-Werror",
            "-cp",
            classPath(),
            "-d",
            folder.toString());
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      boolean good =
          compiler
              .getTask(said, files, null, options, null, files.getJavaFileObjects(source))
              .call();
      if (!good) {
        throw new AssertionError(said + "\n" + Files.readString(source));
      }
    }
  }

  /** Whether there is something to run. */
  boolean runs() {
    try {
      return MAIN.matcher(Files.readString(folder.resolve(main + ".java"))).find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the tests themselves see, which is more than the SDK and what it needs. */
  static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /**
   * Starts it in a JVM of its own, whose environment is this one's and more.
   *
   * @return not yet started, so that its outputs may be redirected
   */
  ProcessBuilder process(Map<String, String> environment) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    command.addAll(
        List.of("-cp", folder.toAbsolutePath() + java.io.File.pathSeparator + classPath(), main));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    return builder;
  }
}
