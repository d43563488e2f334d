package dev.meetbot.provider.playwright;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for programs in a list of directories. */
record ExecutableFinder(List<Path> directories) {
  /** The directories of the PATH, then the usual place, which a service's PATH may lack. */
  static ExecutableFinder ofEnvironment() {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return new ExecutableFinder(
        Stream.concat(Arrays.stream(path.split(File.pathSeparator)), Stream.of("/usr/bin"))
            .filter(name -> !name.isBlank())
            .distinct()
            .map(Path::of)
            .toList());
  }

  /** The first name that is there as an executable file, in the order of the names. */
  Optional<Path> find(String... names) {
    return Arrays.stream(names)
        .flatMap(name -> directories.stream().map(directory -> directory.resolve(name)))
        .filter(Files::isRegularFile)
        .filter(Files::isExecutable)
        .findFirst();
  }
}
