package dev.meetbot.war.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Entry point of {@code java -jar meetbot.war}.
 *
 * <p>Exit codes: 0 for {@code --help}, 1 when the server cannot start, 2 for a wrong command line;
 * ended by a signal, the JVM's own.
 */
public final class Main {
  private static final String LOG_FORMAT = "%1$tFT%1$tT.%1$tL%1$tz %4$-7s %3$s: %5$s%6$s%n";

  private Main() {}

  /** Starts the server and returns only when the process ends. */
  public static void main(String[] args) {
    try {
      Options options = Options.parse(List.of(args), System.getProperties(), System.getenv());
      if (options.help()) {
        System.out.println(Options.USAGE);
        return;
      }
      serve(options);
    } catch (UsageException e) {
      fail(2, e.getMessage());
    } catch (StartException e) {
      fail(1, e.getMessage());
    } catch (Exception e) {
      fail(1, "cannot start: " + e);
    }
  }

  private static void serve(Options options) throws Exception {
    setDefault("java.util.logging.SimpleFormatter.format", LOG_FORMAT);
    DataDir.prepare(options.data());
    WorkDir work = new WorkDir();
    Thread cleanUp = new Thread(work::close, "clean-up");
    Runtime.getRuntime().addShutdownHook(cleanUp);
    Server server = load(work, options);
    int port = server.bind();
    System.setProperty("meetbot.data", options.data().toString());
    System.setProperty("meetbot.port", Integer.toString(port));
    System.setProperty("meetbot.host", options.host());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, work), "stop"));
    Runtime.getRuntime().removeShutdownHook(cleanUp);
    server.start();
    System.out.println("meetbot is ready on " + url(options.host(), port));
    new CountDownLatch(1).await();
  }

  private static Server load(WorkDir work, Options options) throws Exception {
    Path war = ownFile();
    ServerLoader loader = new ServerLoader(work.unpackLibraries(war));
    // Some of Tomcat's and the JDK's services are looked up through the thread.
    Thread.currentThread().setContextClassLoader(loader);
    try {
      return (Server)
          loader
              .loadClass("dev.meetbot.war.launcher.EmbeddedTomcat")
              .getConstructor(Path.class, Path.class, String.class, int.class)
              .newInstance(war, work.root(), options.host(), options.port());
    } catch (java.lang.reflect.InvocationTargetException e) {
      throw e.getCause() instanceof StartException reason ? reason : e;
    }
  }

  private static Path ownFile() throws URISyntaxException, IOException {
    URI place = Main.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    Path file = Path.of(place);
    if (!file.toFile().isFile()) {
      throw new IOException("this class must be run out of meetbot.war, not out of " + file);
    }
    return file;
  }

  private static void stop(Server server, WorkDir work) {
    try {
      server.stop();
    } catch (Exception e) {
      System.err.println("meetbot: error while stopping: " + e);
    }
    work.close();
  }

  static String url(String host, int port) {
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/";
  }

  private static void setDefault(String key, String value) {
    if (System.getProperty(key) == null) {
      System.setProperty(key, value);
    }
  }

  private static void fail(int code, String message) {
    System.err.println("meetbot: " + message);
    System.exit(code);
  }
}
