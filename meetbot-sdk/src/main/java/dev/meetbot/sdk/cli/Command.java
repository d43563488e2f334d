package dev.meetbot.sdk.cli;

import java.util.concurrent.Callable;

/** A command; what it throws is told by {@link Cli}. */
abstract class Command implements Callable<Integer> {
  final Session session;

  Command(Session session) {
    this.session = session;
  }

  abstract ExitCode run() throws Exception;

  @Override
  public final Integer call() throws Exception {
    return run().number();
  }
}
