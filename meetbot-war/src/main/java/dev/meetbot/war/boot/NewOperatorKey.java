package dev.meetbot.war.boot;

import dev.meetbot.engine.MeetbotEngine;
import dev.meetbot.engine.NewKey;
import dev.meetbot.model.KeyScope;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A way back in for an operator who lost the key but has the machine. */
final class NewOperatorKey {
  private static final Logger LOG = System.getLogger(NewOperatorKey.class.getName());

  private NewOperatorKey() {}

  /**
   * Makes an operator key and writes it to that file. One that is there already stays, and nothing
   * is made: the setting may stay from start to start. A key whose file could not be written is
   * revoked again.
   *
   * @throws IOException when the file cannot be written
   */
  static void give(MeetbotEngine engine, @Nullable Path file) throws IOException {
    if (file == null || Files.exists(file)) {
      return;
    }
    NewKey made = engine.accounts().createKey(null, KeyScope.OPERATOR, "new operator key", null);
    String line = "MEETBOT_OPERATOR_KEY=" + made.secret() + "\n";
    try {
      SecretFiles.write(file, line.getBytes(StandardCharsets.US_ASCII));
      LOG.log(Level.WARNING, "a new operator key, {0}, was written to {1}", made.key().id(), file);
    } catch (IOException e) {
      engine.accounts().revoke(made.key());
      throw e;
    }
  }
}
