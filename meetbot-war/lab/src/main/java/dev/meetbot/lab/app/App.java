package dev.meetbot.lab.app;

import dev.meetbot.lab.receiver.Signatures;
import dev.meetbot.lab.server.JobsClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A meetbot that runs somewhere, and the secrets of its first start.
 *
 * @param base its address, context path and last slash included
 */
public record App(URI base, String apiKey, String webhookSecret) {

  /** One whose first start wrote its secrets to a file ({@code meetbot.first-key-file}). */
  public static App of(URI base, Path firstKeyFile) {
    try {
      List<String> lines = Files.readAllLines(firstKeyFile);
      return new App(base, value(lines, "MEETBOT_API_KEY"), value(lines, "MEETBOT_WEBHOOK_SECRET"));
    } catch (IOException e) {
      throw new UncheckedIOException("the first start wrote no keys", e);
    }
  }

  private static String value(List<String> lines, String name) {
    return lines.stream()
        .filter(line -> line.startsWith(name + "="))
        .map(line -> line.substring(name.length() + 1))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the key file has no " + name));
  }

  /** The address of something in it, such as {@code api/v1/jobs}. */
  public URI at(String path) {
    return base.resolve(path);
  }

  public JobsClient jobs() {
    return new JobsClient(base, apiKey);
  }

  public Signatures signatures() {
    return new Signatures(webhookSecret);
  }

  @Override
  public String toString() {
    return "App at " + base;
  }
}
