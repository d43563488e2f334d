package dev.meetbot.lab.dropin;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Apache Tomcat, deployed to by its manager; the context path has two parts. */
final class Tomcat implements AppServer {
  private static final String PREFIX = "apache-tomcat-";
  private static final String USERS =
      """
      <tomcat-users xmlns="http://tomcat.apache.org/xml" version="1.0">
        <user username="deployer" password="%s" roles="manager-script"/>
      </tomcat-users>
      """;

  private final Home home;
  private final int port = Home.freePorts(1).get(0);
  private final String password = UUID.randomUUID().toString();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Tomcat(Path servers, Path trial) throws IOException {
    home = Home.find(servers, PREFIX, trial);
  }

  @Override
  public String name() {
    return "tomcat";
  }

  @Override
  public String version() {
    return home.version(PREFIX);
  }

  @Override
  public String contextPath() {
    return "/bots/eu";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void prepare() throws IOException {
    home.copy("conf", "conf");
    home.copy("webapps/manager", "webapps/manager");
    for (String folder : List.of("logs", "temp", "work")) {
      Files.createDirectories(home.trial().resolve(folder));
    }
    home.edit(
        "conf/server.xml",
        "<Server port=\"8005\"",
        "<Server port=\"-1\"",
        "<Connector port=\"8080\"",
        "<Connector port=\"" + port + "\" address=\"127.0.0.1\"");
    Files.writeString(home.trial().resolve("conf/tomcat-users.xml"), USERS.formatted(password));
  }

  @Override
  public List<String> command() {
    return List.of("bash", home.installed().resolve("bin/catalina.sh").toString(), "run");
  }

  @Override
  public Map<String, String> environment() {
    return Map.of("CATALINA_BASE", home.trial().toString());
  }

  @Override
  public boolean isUp() throws IOException, InterruptedException {
    try {
      return send(manager("list").GET()).statusCode() == 200;
    } catch (ConnectException e) {
      return false;
    }
  }

  @Override
  public void deploy(Path war) throws IOException, InterruptedException {
    ok(send(manager("deploy?path=" + contextPath()).PUT(BodyPublishers.ofFile(war))));
  }

  @Override
  public void undeploy() throws IOException, InterruptedException {
    ok(send(manager("undeploy?path=" + contextPath()).GET()));
  }

  private HttpRequest.Builder manager(String command) {
    String login = "deployer:" + password;
    String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.US_ASCII));
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + port + "/manager/text/" + command))
        .timeout(Duration.ofMinutes(3))
        .header("Authorization", "Basic " + basic);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /** The manager tells failures in words, with status 200. */
  private static void ok(HttpResponse<String> answer) throws IOException {
    if (answer.statusCode() != 200 || !answer.body().startsWith("OK")) {
      throw new IOException("the manager answered " + answer.statusCode() + ": " + answer.body());
    }
  }
}
