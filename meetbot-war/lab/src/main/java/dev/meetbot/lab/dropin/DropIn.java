package dev.meetbot.lab.dropin;

import dev.meetbot.lab.demo.Progress;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts the built WAR on Tomcat, WildFly and Payara, one after the other, and reports what came of
 * it. Exit code 0 when all is well on all of them, 1 when something is not, 2 when it could not
 * run.
 */
public final class DropIn {
  private final DropInOptions options;
  private final Progress progress = new Progress(System.err);

  private DropIn(DropInOptions options) {
    this.options = options;
  }

  public static void main(String[] arguments) throws InterruptedException {
    int code;
    try {
      code = new DropIn(DropInOptions.parse(List.of(arguments))).run() ? 0 : 1;
    } catch (DropInOptions.Unusable | IOException e) {
      System.err.println(e.getMessage());
      code = 2;
    }
    System.exit(code);
  }

  private boolean run() throws IOException, InterruptedException {
    if (!Files.isRegularFile(options.war())) {
      throw new DropInOptions.Unusable("no server at " + options.war());
    }
    empty(options.out());
    String sha256 = sha256(options.war());
    List<Row> rows = new ArrayList<>();
    CarriedData carried = new CarriedData(options.out());
    List<AppServer> servers = servers();
    for (AppServer server : servers) {
      Path dir = options.out().resolve(server.name());
      rows.add(new Trial(server, options.war(), dir, options.redeploys(), carried, progress).run());
    }
    List<String> lost =
        carried.faultsByItself(
            options.war(), servers.get(0).port(), options.out().resolve("by-itself.log"));
    lost.forEach(fault -> progress.step("java -jar: " + fault));
    progress.step("java -jar: data of the servers before " + (lost.isEmpty() ? "ok" : "FAILED"));
    boolean same = sha256(options.war()).equals(sha256);
    System.out.println(options.json() ? json(sha256, rows, lost.isEmpty()) : text(rows));
    return same && lost.isEmpty() && rows.stream().allMatch(Row::isGood);
  }

  private List<AppServer> servers() throws IOException {
    Path unpacked = options.servers();
    Path out = options.out();
    List<AppServer> all =
        List.of(
            new Tomcat(unpacked, out.resolve("tomcat/base")),
            new WildFly(unpacked, out.resolve("wildfly/base")),
            new Payara(unpacked, out.resolve("payara/base")));
    return all.stream()
        .filter(s -> options.only().isEmpty() || options.only().contains(s.name()))
        .toList();
  }

  private static JsonObject json(String sha256, List<Row> rows, boolean byItself) {
    JsonArrayBuilder servers = Json.createArrayBuilder();
    rows.forEach(row -> servers.add(row.json()));
    return Json.createObjectBuilder()
        .add("sha256", sha256)
        .add("servers", servers)
        .add("dataOpenedByItself", byItself)
        .build();
  }

  private static String text(List<Row> rows) {
    StringBuilder text = new StringBuilder();
    for (Row row : rows) {
      text.append(row.isGood() ? "ok    " : "FAIL  ").append(row.json()).append('\n');
    }
    return text.toString();
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void empty(Path dir) throws IOException {
    if (Files.exists(dir)) {
      try (Stream<Path> old = Files.walk(dir)) {
        for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    Files.createDirectories(dir);
  }
}
