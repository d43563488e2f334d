package dev.meetbot.lab.others;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Debian's Janus with its demo pages: signalling and media on loopback only. Needs the packages
 * {@code janus} and {@code janus-demos}.
 */
public final class JanusServer implements AutoCloseable {
  private static final Path PAGES = Path.of("/usr/share/janus/demos");
  private static final Path CONFIG = Path.of("/etc/janus");

  /** Whoever knows it runs the rooms. */
  static final String ROOM_SECRET = "lab";

  private final OwnProcess process;
  private final int apiPort;
  private final StaticFiles pages;

  private JanusServer(OwnProcess process, int apiPort, StaticFiles pages) {
    this.process = process;
    this.apiPort = apiPort;
    this.pages = pages;
  }

  /** Whether the packages are there. */
  public static boolean isInstalled() {
    return Files.isDirectory(PAGES) && Files.isDirectory(CONFIG);
  }

  /**
   * Starts it over an empty folder; blocks until it answers.
   *
   * @param pagesPort where its pages are
   * @param apiPort where its HTTP API is
   */
  public static JanusServer start(Path folder, int pagesPort, int apiPort) {
    try {
      Path conf = Files.createDirectories(folder.resolve("conf"));
      configure(conf, apiPort);
      Path www = folder.resolve("www");
      copy(PAGES, www);
      // the packaged demos read two settings that their file does not have
      Files.writeString(
          www.resolve("settings.js"),
          "var server = 'http://127.0.0.1:"
              + apiPort
              + "/janus'; var iceServers = null; var token = ''; var apisecret = '';\n");
      OwnProcess process =
          OwnProcess.start(
              List.of("janus", "-F", conf.toString()),
              folder.resolve("janus.log"),
              apiPort,
              Duration.ofSeconds(20));
      return new JanusServer(process, apiPort, new StaticFiles(www, pagesPort));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void configure(Path conf, int apiPort) throws IOException {
    String main = Files.readString(CONFIG.resolve("janus.jcfg"));
    Files.writeString(
        conf.resolve("janus.jcfg"),
        line(main, "plugins_folder")
            .concat(line(main, "transports_folder"))
            .concat(line(main, "events_folder"))
            .concat(line(main, "loggers_folder"))
            .transform(folders -> "general: {\nconfigs_folder = \"" + conf + "\"\n" + folders)
            .concat("debug_level = 4\n}\n")
            .concat("media: { rtp_port_range = \"20000-20400\" }\n")
            .concat("nat: { ice_enforce_list = \"127.0.0.1\" }\n")
            .concat("plugins: { disable = \"libjanus_sip.so,libjanus_nosip.so,")
            .concat("libjanus_streaming.so,libjanus_voicemail.so,libjanus_recordplay.so\" }\n")
            .concat("transports: { disable = \"libjanus_pfunix.so,libjanus_mqtt.so,")
            .concat("libjanus_nanomsg.so,libjanus_rabbitmq.so,libjanus_websockets.so\" }\n"));
    Files.writeString(
        conf.resolve("janus.transport.http.jcfg"),
        "general: { base_path = \"/janus\" http = true port = "
            + apiPort
            + " ip = \"127.0.0.1\" https = false }\nadmin: { admin_http = false }\n");
    Files.writeString(
        conf.resolve("janus.plugin.videoroom.jcfg"),
        rooms(" publishers = 6 bitrate = 512000 fir_freq = 10 record = false"));
    Files.writeString(conf.resolve("janus.plugin.textroom.jcfg"), rooms(""));
  }

  /** A few, so that one meeting does not disturb another. */
  private static String rooms(String more) {
    StringBuilder text = new StringBuilder();
    for (int room = 1; room <= 9; room++) {
      text.append("room-" + room + ": { description = \"Lab\" secret = \"" + ROOM_SECRET + "\"")
          .append(more)
          .append(" }\n");
    }
    return text.toString();
  }

  /** The line of the packaged settings that says where something lies on this machine. */
  private static String line(String settings, String key) {
    return settings
        .lines()
        .filter(l -> l.strip().startsWith(key))
        .findFirst()
        .map(l -> l.replaceAll("#.*", "").strip() + "\n")
        .orElse("");
  }

  /** With the packages' links followed, since libraries lie elsewhere. */
  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from, java.nio.file.FileVisitOption.FOLLOW_LINKS)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  /** The API of one of its plugins. */
  JanusApi api(String plugin) {
    return new JanusApi(URI.create("http://127.0.0.1:" + apiPort + "/janus"), plugin);
  }

  /** The address of a demo page. */
  public URI page(String nameAndQuery) {
    return pages.base().resolve(nameAndQuery);
  }

  @Override
  public void close() {
    pages.close();
    process.close();
  }
}
