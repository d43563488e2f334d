package dev.meetbot.sdk.cli;

import java.nio.file.Path;

/** Where {@link Config} is kept. */
record ConfigFile(PrivateFile file) {
  /** In the folder of settings, by the rules of XDG: one that is not absolute does not count. */
  static ConfigFile of(Outside outside) {
    String told = outside.variable("XDG_CONFIG_HOME");
    Path folder =
        told != null && Path.of(told).isAbsolute()
            ? Path.of(told)
            : outside.home().resolve(".config");
    return new ConfigFile(new PrivateFile(folder.resolve("meetbot").resolve("config.json")));
  }

  Config read() {
    return file.read()
        .map(
            text ->
                Config.of(text)
                    .orElseThrow(
                        () ->
                            new CliException(
                                ExitCode.LOCAL, path() + " is damaged: remove it and log in")))
        .orElse(Config.EMPTY);
  }

  void write(Config config) {
    file.write(config.json());
  }

  Path path() {
    return file.path();
  }
}
