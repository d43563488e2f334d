package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.Issue;
import dev.meetbot.sdk.MeetbotApiException;
import dev.meetbot.sdk.MeetbotConnectionException;
import dev.meetbot.sdk.MeetbotException;
import dev.meetbot.sdk.MeetbotForbiddenException;
import dev.meetbot.sdk.MeetbotNotFoundException;
import dev.meetbot.sdk.MeetbotUnauthorizedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is told of an error: a line and a code. Pure.
 *
 * @param text one line, without {@code meetbot:} before it
 */
record Failure(ExitCode code, String text) {
  private static final int TOO_MANY = 429;

  /**
   * What that error means.
   *
   * @param server the address of the server that was asked; null when none was
   */
  static Failure of(Throwable error, @Nullable String server) {
    if (error instanceof CliException own) {
      return new Failure(own.code(), own.getMessage());
    }
    if (error instanceof MeetbotApiException refused) {
      return new Failure(code(refused), text(refused));
    }
    if (error instanceof MeetbotConnectionException lost) {
      return isInterrupt(lost)
          ? new Failure(ExitCode.INTERRUPTED, "interrupted")
          : new Failure(ExitCode.UNREACHABLE, LostConnection.reason(lost, server));
    }
    if (error instanceof MeetbotException) {
      return new Failure(ExitCode.UNREACHABLE, error.getMessage());
    }
    if (error instanceof UncheckedIOException wrapped) {
      return new Failure(ExitCode.LOCAL, text(wrapped.getCause()));
    }
    if (error instanceof IOException io) {
      return new Failure(ExitCode.LOCAL, text(io));
    }
    if (error instanceof InterruptedException) {
      return new Failure(ExitCode.INTERRUPTED, "interrupted");
    }
    if (error instanceof IllegalArgumentException) {
      return new Failure(ExitCode.USAGE, String.valueOf(error.getMessage()));
    }
    return new Failure(ExitCode.LOCAL, "this is a fault of the program: " + error);
  }

  private static ExitCode code(MeetbotApiException refused) {
    if (refused instanceof MeetbotUnauthorizedException
        || refused instanceof MeetbotForbiddenException) {
      return ExitCode.NOT_SIGNED_IN;
    }
    if (refused instanceof MeetbotNotFoundException) {
      return ExitCode.NOT_FOUND;
    }
    return refused.status() == TOO_MANY || refused.status() >= 500
        ? ExitCode.UNREACHABLE
        : ExitCode.REFUSED;
  }

  private static String text(MeetbotApiException refused) {
    List<Issue> issues = refused.issues();
    String what =
        issues.isEmpty()
            ? refused.getMessage()
            : refused.status()
                + refused.code().map(code -> " " + code).orElse("")
                + ": "
                + issues.stream().map(Failure::text).collect(Collectors.joining("; "));
    return refused instanceof MeetbotUnauthorizedException
        ? what + " (sign in by: meetbot login)"
        : what;
  }

  private static String text(Issue issue) {
    String path = String.join(".", issue.path());
    String message = String.valueOf(issue.message());
    boolean said =
        !path.isEmpty()
            && (message.startsWith(path + " ")
                || message.startsWith(path + ":")
                || message.startsWith(issue.path().get(issue.path().size() - 1) + " "));
    return path.isEmpty() || said ? message : path + ": " + message;
  }

  private static String text(IOException error) {
    if (error instanceof NoSuchFileException) {
      return "no such file or folder: " + error.getMessage();
    }
    return error instanceof FileSystemException
        ? "cannot use the file " + error.getMessage()
        : String.valueOf(error.getMessage());
  }

  private static boolean isInterrupt(Throwable error) {
    return error.getCause() instanceof InterruptedException;
  }
}
