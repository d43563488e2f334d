package dev.meetbot.it;

import dev.meetbot.lab.app.App;
import java.io.File;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The built WAR, and the application that came of it. */
final class Deployed {
  private Deployed() {}

  /** The WAR as it was built. */
  static WebArchive war() {
    return ShrinkWrap.createFromZipFile(
        WebArchive.class, new File(System.getProperty("meetbot.it.war")));
  }

  /** Some adapters give the machine's name or address, while the servers listen on loopback. */
  static App app(URL deployed) {
    int port = Integer.getInteger("meetbot.it.port");
    URI base = URI.create("http://127.0.0.1:" + port + deployed.getPath());
    return App.of(base, Path.of(System.getProperty("meetbot.it.key")));
  }
}
