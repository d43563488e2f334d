package dev.meetbot.lab.dropin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * WildFly, deployed to by its scanner and its marker files; the application is at the root. A slow
 * page lies beside it: WildFly's idle workers remember the last request that they served, and its
 * application, until they serve another one, and what a page keeps busy must be served by all.
 */
final class WildFly implements AppServer {
  private static final String PREFIX = "wildfly-";
  private static final String WAR = "deployments/ROOT.war";
  private static final String NEIGHBOUR = "/neighbour";

  /** Few, so that all of them get another request soon. */
  private static final int WORKERS = 4;

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Home home;
  private final List<Integer> ports = Home.freePorts(3);

  WildFly(Path servers, Path trial) throws IOException {
    home = Home.find(servers, PREFIX, trial);
  }

  @Override
  public String name() {
    return "wildfly";
  }

  @Override
  public String version() {
    return home.version(PREFIX);
  }

  @Override
  public String contextPath() {
    return "/";
  }

  @Override
  public int port() {
    return ports.get(0);
  }

  @Override
  public void prepare() throws IOException {
    home.copy("standalone", "");
    home.edit(
        "configuration/standalone.xml",
        "scan-interval=\"5000\"",
        "scan-interval=\"500\"",
        "<worker name=\"default\"/>",
        "<worker name=\"default\" task-core-threads=\""
            + WORKERS
            + "\" task-max-threads=\""
            + WORKERS
            + "\"/>");
    Path neighbour = home.trial().resolve("deployments" + NEIGHBOUR + ".war");
    Files.createDirectories(neighbour);
    Files.writeString(neighbour.resolve("index.jsp"), "<% Thread.sleep(200); %>A neighbour.");
    Files.createFile(Path.of(neighbour + ".dodeploy"));
  }

  @Override
  public String elsewhere() {
    return NEIGHBOUR + "/";
  }

  @Override
  public List<String> command() {
    return List.of(
        "bash",
        home.installed().resolve("bin/standalone.sh").toString(),
        "-b=127.0.0.1",
        "-bmanagement=127.0.0.1",
        "-Djboss.server.base.dir=" + home.trial(),
        "-Djboss.http.port=" + ports.get(0),
        "-Djboss.https.port=" + ports.get(1),
        "-Djboss.management.http.port=" + ports.get(2));
  }

  @Override
  public Map<String, String> environment() {
    return Map.of();
  }

  @Override
  public boolean isUp() throws IOException {
    Path log = home.trial().resolve("log/server.log");
    return Files.exists(log)
        && Files.readString(log).contains("WFLYSRV0025")
        && Files.exists(home.trial().resolve("deployments" + NEIGHBOUR + ".war.deployed"));
  }

  @Override
  public void deploy(Path war) throws IOException, InterruptedException {
    Files.copy(war, home.trial().resolve(WAR), StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(marker("undeployed"));
    Files.createFile(marker("dodeploy"));
    await("deployed", "failed");
  }

  @Override
  public void undeploy() throws IOException, InterruptedException {
    Files.delete(marker("deployed"));
    await("undeployed", "failed");
  }

  private Path marker(String word) {
    return home.trial().resolve(WAR + "." + word);
  }

  private void await(String good, String bad) throws IOException, InterruptedException {
    if (!Waiting.until(PATIENCE, () -> exists(good) || exists(bad)) || exists(bad)) {
      throw new IOException(
          "WildFly's scanner did not say " + good + (exists(bad) ? ": " + why(bad) : ""));
    }
  }

  private boolean exists(String word) {
    return Files.exists(marker(word));
  }

  private String why(String word) throws IOException {
    return Files.readString(marker(word));
  }
}
