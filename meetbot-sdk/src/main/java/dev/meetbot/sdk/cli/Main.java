package dev.meetbot.sdk.cli;

/** The program {@code meetbot}; {@code docs/cli.md} says what it does. */
public final class Main {
  private Main() {}

  /** Runs it and ends the JVM with its exit code. */
  public static void main(String[] args) {
    Cli cli = new Cli(Outside.real());
    Runtime.getRuntime().addShutdownHook(new Thread(cli::abort));
    System.exit(cli.run(args));
  }
}
