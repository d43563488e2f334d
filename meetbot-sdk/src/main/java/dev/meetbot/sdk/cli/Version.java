package dev.meetbot.sdk.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "meetbot " + Objects.requireNonNullElse(version, "(not built as a jar)"),
      "Java " + System.getProperty("java.version")
    };
  }
}
