package dev.meetbot.war.launcher;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Host;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.apache.tomcat.util.scan.StandardJarScanner;

/**
 * One Tomcat with the WAR as its only application. Made by {@link Main} through a class loader that
 * has Tomcat's jars, hence the plain method signatures.
 */
public final class EmbeddedTomcat implements Server {
  private final Tomcat tomcat = new Tomcat();
  private final Connector connector = new Connector();
  private final StandardContext app = new StandardContext();
  private final EmbeddedTomcatWords words = new EmbeddedTomcatWords(System.out);
  private final EmbeddedTomcatLog log;

  /**
   * @param war the application
   * @param work an empty directory for what Tomcat unpacks
   * @param host address or name to listen on
   * @param port port, 0 for any free one
   * @throws StartException when the address or the directory cannot be used
   */
  public EmbeddedTomcat(Path war, Path work, String host, int port) throws StartException {
    try {
      Path apps = Files.createDirectories(work.resolve("webapps"));
      tomcat.setBaseDir(work.toString());
      tomcat.getHost().setAppBase(apps.toString());
    } catch (IOException e) {
      throw new StartException("cannot use the work directory " + work, e);
    }
    connector.setPort(port);
    connector.setProperty("address", address(host));
    connector.setThrowOnFailure(true);
    // names of files may hold slashes, and an unknown method is for the application to refuse
    connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
    connector.setAllowTrace(true);
    tomcat.setConnector(connector);
    StandardHost virtualHost = (StandardHost) tomcat.getHost();
    virtualHost.setFailCtxIfServletStartFails(true);
    virtualHost.setErrorReportValveClass(EmbeddedTomcatErrors.class.getName());
    addApp(tomcat.getHost(), war);
    log = new EmbeddedTomcatLog(app, () -> words.failure() != null);
    // the last moment before requests are answered: who asks for readiness finds the keys printed
    connector.addLifecycleListener(
        event -> {
          if (event.getType().equals(Lifecycle.BEFORE_START_EVENT)) {
            words.release();
          }
        });
  }

  private static String address(String host) throws StartException {
    try {
      return InetAddress.getByName(host).getHostAddress();
    } catch (UnknownHostException e) {
      throw new StartException("there is no address \"" + host + "\" to listen on", e);
    }
  }

  /** Without Tomcat's default descriptor: it names a JSP servlet that is not there. */
  private void addApp(Host host, Path war) {
    ContextConfig config = new ContextConfig();
    config.setDefaultWebXml(tomcat.noDefaultWebXmlPath());
    app.setPath("");
    app.setName("");
    app.setDocBase(war.toString());
    app.setParentClassLoader(EmbeddedTomcat.class.getClassLoader());
    app.addLifecycleListener(config);
    StandardJarScanner scanner = new StandardJarScanner();
    scanner.setScanClassPath(false);
    scanner.setScanManifest(false);
    scanner.setJarScanFilter((type, name) -> false);
    app.setJarScanner(scanner);
    host.addChild(app);
    app.getServletContext().setAttribute(EmbeddedTomcatWords.OUT, words.out());
    app.getServletContext().setAttribute(EmbeddedTomcatWords.FAILURE, words.failed());
  }

  @Override
  public int bind() throws StartException {
    try {
      tomcat.init();
      return connector.getLocalPort();
    } catch (LifecycleException e) {
      throw new StartException(reason(e), e);
    }
  }

  @Override
  public void start() throws StartException {
    try {
      tomcat.start();
    } catch (LifecycleException e) {
      throw new StartException(reason(e), e);
    } finally {
      words.release();
    }
    if (app.getState() != LifecycleState.STARTED) {
      String reason = words.failure();
      throw new StartException(
          reason == null ? "the application did not start; the log above says why" : reason, null);
    }
  }

  private String reason(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof BindException) {
        return "cannot listen on port " + connector.getPort() + ": " + t.getMessage();
      }
    }
    return "the server did not start: " + failure.getMessage();
  }

  @Override
  public void stop() throws LifecycleException {
    words.release();
    if (tomcat.getServer().getState().isAvailable()) {
      tomcat.stop();
    }
    tomcat.destroy();
  }
}
