package dev.meetbot.sdk.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a secret goes that the server shows only once: to the output, or to a file. */
final class SecretOut {
  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes the secret to a new file that only you may read, and prints none.")
  private @Nullable Path file;

  @Option(
      names = "--idempotency-key",
      paramLabel = "KEY",
      description = "Repeats with it get the first one's answer.")
  private @Nullable String idempotencyKey;

  @Nullable String idempotencyKey() {
    return idempotencyKey;
  }

  /** Fails while nothing has been made that would be lost. */
  void check() {
    if (file == null) {
      return;
    }
    Path target = file.toAbsolutePath();
    if (Files.exists(target)) {
      throw new CliException(ExitCode.LOCAL, file + " is there already");
    }
    if (!Files.isWritable(target.getParent())) {
      throw new CliException(ExitCode.LOCAL, "cannot write into " + target.getParent());
    }
  }

  /** Hands the secret over; {@code field} is its name in the model and is left out with a file. */
  void show(Session session, Record model, String field, String secret, Card card) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>(JsonText.fields(model));
    if (file != null) {
      new PrivateFile(file).write(secret + "\n");
      document.remove(field);
      document.put("file", file);
      card.row("written to", file);
    } else {
      card.row("secret", secret);
    }
    session.show(document, card::lines);
    if (file == null) {
      session.tell("It is shown only now.");
    }
  }
}
