package dev.meetbot.war.boot;

import dev.meetbot.engine.FirstKey;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Tells the operator the first secrets, the only time that anybody can. */
final class FirstKeyNotice {
  private final PrintStream out;

  FirstKeyNotice(PrintStream out) {
    this.out = out;
  }

  /**
   * Prints them, or writes them to the file and prints only where. A file that cannot be written
   * leads to printing: else the key would be lost.
   */
  void give(FirstKey key, @Nullable Path file) {
    if (file == null || !written(key, file)) {
      out.println("First API key (shown only now): " + key.apiKey());
      out.println("Operator key (shown only now): " + key.operatorKey());
      out.println("Webhook signing secret (shown only now): " + key.webhookSecret());
    }
    out.flush();
  }

  private boolean written(FirstKey key, Path file) {
    String text =
        "MEETBOT_API_KEY="
            + key.apiKey()
            + "\nMEETBOT_WEBHOOK_SECRET="
            + key.webhookSecret()
            + "\nMEETBOT_OPERATOR_KEY="
            + key.operatorKey()
            + "\n";
    try {
      SecretFiles.write(file, text.getBytes(StandardCharsets.US_ASCII));
      out.println("First API key, operator key and webhook signing secret written to " + file);
      return true;
    } catch (IOException e) {
      out.println("meetbot.first-key-file cannot be written: " + e);
      return false;
    }
  }
}
