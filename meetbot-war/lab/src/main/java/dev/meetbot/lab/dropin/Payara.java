package dev.meetbot.lab.dropin;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Payara Server, deployed to by its {@code asadmin}. */
final class Payara implements AppServer {
  private static final String PREFIX = "payara";
  private static final String DOMAIN = "domain1";
  private static final String CONFIG = DOMAIN + "/config/domain.xml";
  private static final String BRANDING = "glassfish/config/branding/glassfish-version.properties";

  private final Home home;
  private final Properties branding = new Properties();
  private final List<Integer> ports = Home.freePorts(5);

  Payara(Path servers, Path trial) throws IOException {
    home = Home.find(servers, PREFIX, trial);
    try (Reader file = Files.newBufferedReader(home.installed().resolve(BRANDING))) {
      branding.load(file);
    }
  }

  @Override
  public String name() {
    return "payara";
  }

  @Override
  public String version() {
    return "%s.%s.%s"
        .formatted(
            branding.get("major_version"),
            branding.get("minor_version"),
            branding.get("update_version"));
  }

  @Override
  public String contextPath() {
    return "/notes";
  }

  @Override
  public int port() {
    return ports.get(0);
  }

  /** All listeners on loopback and on free ports; no cluster. */
  @Override
  public void prepare() throws IOException {
    home.copy("glassfish/domains/" + DOMAIN, DOMAIN);
    home.edit(
        CONFIG,
        "\"0.0.0.0\"",
        "\"127.0.0.1\"",
        "<network-listener port=\"8080\"",
        "<network-listener address=\"127.0.0.1\" port=\"" + ports.get(0) + "\"",
        "<network-listener port=\"8181\"",
        "<network-listener address=\"127.0.0.1\" port=\"" + ports.get(1) + "\"",
        "<network-listener port=\"4848\"",
        "<network-listener address=\"127.0.0.1\" port=\"" + ports.get(2) + "\"",
        "port=\"8686\"",
        "port=\"" + ports.get(3) + "\"",
        "port=\"3700\"",
        "port=\"" + ports.get(4) + "\"",
        "<hazelcast-config-specific-configuration>",
        "<hazelcast-config-specific-configuration enabled=\"false\">");
  }

  @Override
  public List<String> command() {
    return asadmin("start-domain", "--domaindir", home.trial().toString(), "--verbose", DOMAIN);
  }

  @Override
  public Map<String, String> environment() {
    return Map.of();
  }

  @Override
  public boolean isUp() throws IOException, InterruptedException {
    Path log = home.trial().resolve(DOMAIN + "/logs/server.log");
    return Files.exists(log) && Files.readString(log).contains("startup time");
  }

  @Override
  public void deploy(Path war) throws IOException, InterruptedException {
    run("deploy", "--name", "meetbot", "--contextroot", contextPath(), war.toString());
  }

  @Override
  public void undeploy() throws IOException, InterruptedException {
    run("undeploy", "meetbot");
  }

  private List<String> asadmin(String... words) {
    List<String> command = new ArrayList<>();
    command.add(home.installed().resolve("bin/asadmin").toString());
    command.addAll(List.of(words));
    return command;
  }

  private void run(String... words) throws IOException, InterruptedException {
    List<String> command = asadmin("--host", "127.0.0.1", "--port", "" + ports.get(2));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("asadmin " + words[0] + ": " + told);
    }
  }
}
