package dev.meetbot.lab.dropin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where a server is installed, and where its files of this trial are. */
record Home(Path installed, Path trial) {

  /**
   * Finds it among the unpacked servers.
   *
   * @param prefix of the folder's name; the version follows it
   */
  static Home find(Path servers, String prefix, Path trial) throws IOException {
    try (Stream<Path> all = Files.list(servers)) {
      Path installed =
          all.filter(path -> path.getFileName().toString().startsWith(prefix))
              .max(Comparator.naturalOrder())
              .orElseThrow(() -> new IOException("no " + prefix + "* in " + servers));
      return new Home(installed, trial);
    }
  }

  /** What follows the prefix. */
  String version(String prefix) {
    return installed.getFileName().toString().substring(prefix.length());
  }

  /** Copies a file or a folder of the installation into the trial's directory. */
  void copy(String from, String to) throws IOException {
    Path source = installed.resolve(from);
    Path target = trial.resolve(to);
    Files.walkFileTree(
        source,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(target.resolve(source.relativize(dir)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path copy = target.resolve(source.relativize(file).toString());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Replaces words in a file of the trial; pairs of what and by what. */
  void edit(String file, String... pairs) throws IOException {
    Path path = trial.resolve(file);
    String text = Files.readString(path);
    for (int i = 0; i < pairs.length; i += 2) {
      if (!text.contains(pairs[i])) {
        throw new IOException(path + " has no " + pairs[i]);
      }
      text = text.replace(pairs[i], pairs[i + 1]);
    }
    Files.writeString(path, text);
  }

  /** So many ports of the loopback address that are free now. */
  static List<Integer> freePorts(int count) throws IOException {
    List<ServerSocket> open = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        open.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return open.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      for (ServerSocket socket : open) {
        socket.close();
      }
    }
  }
}
